package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.GrantLever;
import dev.curfew.delegation.Hop;
import dev.curfew.delegation.Lineage;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Permission;
import dev.curfew.delegation.Scope;
import dev.curfew.delegation.Source;
import dev.curfew.delegation.Validity;
import dev.curfew.views.testing.TestUi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lab's cast and what they have delegated to each other. */
final class Acme {
    static final Instant NOW = TestUi.NOW;

    static final Party ANALYST = Party.user("analyst-07");
    static final Party PLANNER = agent("research-planner");
    static final Party RESEARCHER = agent("web-researcher");
    static final Party DRAFTER = agent("mail-drafter");
    static final Party DEPLOYER = agent("deploy-bot");
    static final Party QUOTER = foreign("freight-quoter");
    static final Party GITHUB = Party.tool("mcp-github");
    static final Party BROWSER = Party.tool("mcp-browser");
    static final Party POSTGRES = Party.tool("mcp-postgres");
    static final Party DEVELOPER = Party.user("developer-12");
    static final Party WRITER = agent("code-writer");
    static final Party REVIEWER = agent("code-reviewer");
    static final Party FINANCE = Party.user("finance-03");
    static final Party INVOICES = agent("invoice-agent");
    static final Party LEDGER = agent("ledger-reader");
    static final Party TARIFFS = Party.of(Party.Kind.DATASET, "tariffs");
    static final Party PROD = Party.tool("prod-cluster");

    /** They forbid g6. */
    static final String RULES =
            """
            version: 1
            default: allow
            rules:
              - name: deploy-bot takes orders from people only
                effect: forbid
                from: spiffe://acme.test/agent/web-*
                to: spiffe://acme.test/agent/deploy-bot
                reason: It can change what runs in production.
            """;

    private Acme() {}

    static Party agent(String name) {
        return Party.agent("spiffe://acme.test/agent/" + name);
    }

    static Party foreign(String name) {
        return Party.agent("spiffe://partner.test/agent/" + name);
    }

    static GrantSnapshot snapshot() {
        return new GrantSnapshot(GrantGraph.of(grants()), "OpenFGA prod-eu", NOW.minusSeconds(23));
    }

    /** As when the rules have been looked at. */
    static GrantSnapshot judged() {
        return snapshot().with(FindingMarks.forbidding(Set.of("g6")));
    }

    static List<Grant> grants() {
        return List.of(
                delegation(
                        "g1", "", ANALYST, PLANNER, hours(4), "research:*", "search", "repo:read"),
                delegation("g2", "g1", PLANNER, RESEARCHER, hours(4), "search", "repo:read"),
                uses("g3", "g2", RESEARCHER, GITHUB, Validity.LASTING, "repo:read", "repo:write"),
                uses("g4", "g2", RESEARCHER, BROWSER, minutes(10), "search"),
                delegation("g5", "g1", PLANNER, DRAFTER, minutes(-20), "search"),
                delegation("g6", "g2", RESEARCHER, DEPLOYER, hours(1), "search"),
                standing("g7", DEPLOYER, PROD, "deploy"),
                delegation("g8", "", DEVELOPER, WRITER, hours(2), "repo:write", "repo:read"),
                delegation("g9", "g8", WRITER, REVIEWER, minutes(30), "repo:read"),
                uses("g10", "g8", WRITER, GITHUB, hours(2), "repo:write"),
                delegation(
                        "g11",
                        "",
                        FINANCE,
                        INVOICES,
                        hours(8),
                        "invoice:*",
                        "ledger:read",
                        "quote:get"),
                delegation("g12", "g11", INVOICES, LEDGER, hours(8), "ledger:read"),
                uses("g13", "g12", LEDGER, POSTGRES, hours(8), "ledger:read"),
                delegation("g14", "g11", INVOICES, QUOTER, minutes(1), "quote:get"),
                uses("g15", "g14", QUOTER, TARIFFS, hours(1), "quote:get"),
                delegation("g16", "g9", REVIEWER, DEPLOYER, hours(1), "repo:read"));
    }

    /** {@code agents} agents that all were given something by one planner, and use ten tools. */
    static List<Grant> many(int agents) {
        List<Grant> grants = new ArrayList<>();
        grants.add(delegation("root", "", ANALYST, PLANNER, hours(4), "search"));
        for (int i = 0; i < agents; i++) {
            Party agent = agent("worker-" + i);
            grants.add(delegation("d" + i, "root", PLANNER, agent, hours(1), "search"));
            grants.add(
                    uses(
                            "u" + i,
                            "d" + i,
                            agent,
                            Party.tool("tool-" + i % 10),
                            hours(1),
                            "search"));
        }
        return grants;
    }

    static Grant delegation(
            String id, String parent, Party from, Party to, Validity validity, String... scopes) {
        return grant(
                id,
                Grant.Kind.DELEGATES,
                parent.isEmpty() ? Lineage.ROOT : Lineage.below(parent),
                from,
                to,
                validity,
                "delegate",
                scopes);
    }

    static Grant uses(
            String id, String parent, Party from, Party to, Validity validity, String... scopes) {
        return grant(
                id,
                Grant.Kind.USES,
                Lineage.boundTo(parent),
                from,
                to,
                validity,
                "can_use",
                scopes);
    }

    private static Grant standing(String id, Party from, Party to, String... scopes) {
        return grant(
                id,
                Grant.Kind.STANDING,
                Lineage.ROOT,
                from,
                to,
                Validity.LASTING,
                "operator",
                scopes);
    }

    private static Grant grant(
            String id,
            Grant.Kind kind,
            Lineage lineage,
            Party from,
            Party to,
            Validity validity,
            String relation,
            String... scopes) {
        Hop hop =
                Hop.UNKNOWN
                        .with(lineage)
                        .with(validity)
                        .with(Scope.of(Arrays.stream(scopes).map(Permission::scope).toList()))
                        .endedBy(GrantLever.DELETE_RELATIONSHIP);
        Source source =
                kind == Grant.Kind.STANDING
                        ? new Source(
                                Source.Origin.DECLARED,
                                Source.Kind.TYPED,
                                "grants.yaml",
                                id,
                                Optional.empty())
                        : Source.observed(
                                Source.Kind.RELATIONSHIP, "prod-eu", id, NOW.minusSeconds(23));
        return new Grant(id, kind, from, to, relation, hop, source);
    }

    static Validity hours(int hours) {
        return Validity.until(NOW.plus(Duration.ofHours(hours)));
    }

    static Validity minutes(int minutes) {
        return Validity.until(NOW.plus(Duration.ofMinutes(minutes)));
    }
}
