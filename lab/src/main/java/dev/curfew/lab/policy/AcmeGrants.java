package dev.curfew.lab.policy;

import static dev.curfew.lab.policy.Hop.tuple;
import static dev.curfew.lab.policy.Hop.user;
import static dev.curfew.lab.policy.PolicyNames.agent;
import static dev.curfew.lab.policy.PolicyNames.tool;

import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.wire.openfga.TupleKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What has been delegated to the AI agents of {@code acme.test}: one chain as it should be, and the
 * ways in which it goes wrong. Times count from the start of the lab.
 */
final class AcmeGrants {
    private static final String MARA = user("mara.lind");
    private static final String JOAN = user("joan.park");
    private static final String SAMI = user("sami.haddad");

    private static final SpiffeId PLANNER = acme("planner");
    private static final SpiffeId RESEARCHER = acme("web-researcher");
    private static final SpiffeId CODE_WRITER = acme("code-writer");
    private static final SpiffeId CODE_REVIEWER = acme("code-reviewer");
    private static final SpiffeId DEPLOY_BOT = acme("deploy-bot");
    private static final SpiffeId INVOICE_AGENT = acme("invoice-agent");
    private static final SpiffeId LEDGER_READER = acme("ledger-reader");
    private static final SpiffeId SUPPORT_TRIAGE = acme("support-triage");
    private static final SpiffeId MAIL_DRAFTER = acme("mail-drafter");
    private static final SpiffeId DATA_LABELER = acme("data-labeler");
    private static final SpiffeId EVAL_RUNNER = acme("eval-runner");
    private static final SpiffeId REPORT_EXPORT = acme("report-export");
    private static final String GITHUB = tool(acme("mcp-github"));
    private static final String BROWSER = tool(acme("mcp-browser"));

    private final Instant start;
    private final List<TupleKey> tuples = new ArrayList<>();

    private AcmeGrants(Instant start) {
        this.start = start;
    }

    /** The tuples at the start of a lab. */
    static List<TupleKey> at(Instant start) {
        var grants = new AcmeGrants(start);
        grants.clean();
        grants.widening();
        grants.outliving();
        grants.deputy();
        grants.ring();
        grants.abroad();
        grants.standing();
        return List.copyOf(grants.tuples);
    }

    private static SpiffeId acme(String name) {
        return new SpiffeId("acme.test", "/agent/" + name);
    }

    private Hop hop(String id, Duration life) {
        return new Hop(id, start.plus(life));
    }

    private void add(String task, String initiator, Hop... hops) {
        tuples.add(tuple("task:" + task, "initiator", initiator));
        for (var hop : hops) {
            tuples.addAll(hop.under(task).tuples());
        }
    }

    /** Each hop has less than the one above it and ends before it. */
    private void clean() {
        add(
                "market-study",
                MARA,
                hop("market-study.1", Duration.ofHours(12))
                        .first()
                        .between(MARA, PLANNER)
                        .uses(GITHUB, BROWSER)
                        .reads("papers"),
                hop("market-study.2", Duration.ofHours(8))
                        .below("market-study.1")
                        .between(agent(PLANNER), RESEARCHER)
                        .uses(GITHUB, BROWSER));
    }

    /** The second hop may deploy, which nobody above it may. */
    private void widening() {
        add(
                "release",
                JOAN,
                hop("release.1", Duration.ofHours(10))
                        .first()
                        .between(JOAN, CODE_WRITER)
                        .uses(GITHUB),
                hop("release.2", Duration.ofHours(6))
                        .below("release.1")
                        .between(agent(CODE_WRITER), DEPLOY_BOT)
                        .uses(GITHUB, "tool:deploy-production"));
    }

    /** The second hop is leased for a day longer than the first. */
    private void outliving() {
        add(
                "month-end",
                SAMI,
                hop("month-end.1", Duration.ofMinutes(30))
                        .first()
                        .between(SAMI, INVOICE_AGENT)
                        .reads("ledger")
                        .writes("invoices"),
                hop("month-end.2", Duration.ofHours(26))
                        .below("month-end.1")
                        .between(agent(INVOICE_AGENT), LEDGER_READER)
                        .reads("ledger"));
    }

    /** Who may only write mails lets somebody work who may export the customers. */
    private void deputy() {
        add(
                "inbox",
                SAMI,
                hop("inbox.1", Duration.ofHours(8))
                        .first()
                        .between(SAMI, SUPPORT_TRIAGE)
                        .uses("tool:mail-outbox")
                        .reads("tickets"),
                hop("inbox.2", Duration.ofHours(4))
                        .below("inbox.1")
                        .between(agent(SUPPORT_TRIAGE), MAIL_DRAFTER)
                        .uses("tool:mail-outbox"),
                hop("inbox.3", Duration.ofHours(2))
                        .below("inbox.2")
                        .between(agent(MAIL_DRAFTER), REPORT_EXPORT));
        tuples.add(tuple("tool:customer-export", "standing", agent(REPORT_EXPORT)));
    }

    /** Two hops that name each other as the one above: nobody ever began it. */
    private void ring() {
        add(
                "labeling",
                MARA,
                hop("labeling.1", Duration.ofHours(5))
                        .below("labeling.2")
                        .between(agent(EVAL_RUNNER), DATA_LABELER)
                        .writes("labels"),
                hop("labeling.2", Duration.ofHours(5))
                        .below("labeling.1")
                        .between(agent(DATA_LABELER), EVAL_RUNNER)
                        .writes("labels"));
    }

    /** The second hop is a workload of another trust domain. */
    private void abroad() {
        add(
                "reconciliation",
                SAMI,
                hop("reconciliation.1", Duration.ofHours(9))
                        .first()
                        .between(SAMI, INVOICE_AGENT)
                        .reads("invoices"),
                hop("reconciliation.2", Duration.ofHours(3))
                        .below("reconciliation.1")
                        .between(
                                agent(INVOICE_AGENT),
                                new SpiffeId("partner.test", "/agent/invoice-matcher"))
                        .reads("invoices"));
    }

    /** Grants under no task: one without an end, one that has ended and was left there. */
    private void standing() {
        tuples.add(tuple(GITHUB, "standing", agent(CODE_REVIEWER)));
        tuples.add(
                tuple(BROWSER, "standing", agent(DATA_LABELER)).toBuilder()
                        .setCondition(AgentsModel.until(start.minus(Duration.ofDays(3))))
                        .build());
        tuples.add(tuple(agent(PLANNER), "owner", MARA));
        tuples.add(tuple(agent(CODE_WRITER), "owner", JOAN));
        tuples.add(tuple(agent(SUPPORT_TRIAGE), "owner", SAMI));
    }
}
