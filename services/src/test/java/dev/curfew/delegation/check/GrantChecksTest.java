package dev.curfew.delegation.check;

import static dev.curfew.delegation.Given.NOW;
import static dev.curfew.delegation.Given.agent;
import static dev.curfew.delegation.Given.below;
import static dev.curfew.delegation.Given.delegation;
import static dev.curfew.delegation.Given.foreign;
import static dev.curfew.delegation.Given.lasting;
import static dev.curfew.delegation.Given.root;
import static dev.curfew.delegation.Given.standing;
import static dev.curfew.delegation.Given.use;
import static dev.curfew.delegation.Given.uses;
import static dev.curfew.delegation.check.Checking.that;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Hop;
import dev.curfew.delegation.Lineage;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Principals;
import dev.curfew.delegation.Scope;
import dev.curfew.delegation.Validity;
import dev.curfew.delegation.check.CheckResult.Checked;
import dev.curfew.delegation.check.Fact.ApprovedScopes;
import dev.curfew.delegation.check.Fact.Attestation;
import dev.curfew.delegation.check.Fact.Attestations;
import dev.curfew.delegation.check.Fact.ClosedTasks;
import dev.curfew.delegation.check.Fact.Federation;
import dev.curfew.delegation.check.Fact.TaskNeeds;
import dev.curfew.delegation.check.Fact.Trust;
import dev.curfew.delegation.check.Fact.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each check of grants has a case that fires, one that does not, and one that can not tell. */
class GrantChecksTest {
    private static final Party ALICE = Party.user("alice");
    private static final Party PLANNER = agent("planner");
    private static final Party WORKER = agent("worker");
    private static final Party TASK = Party.of(Party.Kind.TASK, "t1");
    private static final Party MAIL = Party.tool("mail");

    private static final Grant ROOT = root("d1", ALICE, PLANNER, use("mail"), use("crm"));
    private static final Grant NARROW = below("d1", "d2", PLANNER, WORKER, use("mail"));
    private static final Grant WHOLE = below("d1", "d2", PLANNER, WORKER, use("mail"), use("crm"));

    private static Grant under(Grant grant) {
        return grant.with(grant.hop().under(TASK));
    }

    private static Grant actingFor(Grant grant, Party principal) {
        return grant.with(grant.hop().with(Principals.of(principal)));
    }

    @Test
    void d01ScopeWidening() {
        that(CheckId.D01)
                .of(ROOT, below("d1", "d2", PLANNER, WORKER, use("mail"), use("shell")))
                .says("d2 gives use tool:shell, which d1 above it does not have.");
        that(CheckId.D01).of(ROOT, NARROW).isFine();
        Grant untold = NARROW.with(Hop.UNKNOWN.with(Lineage.below("d1")));
        that(CheckId.D01).of(ROOT, untold).lacks(Missing.SCOPES);
    }

    @Test
    void whatCouldNotBeJudgedIsCountedBesideWhatCould() {
        Grant untold =
                below("d1", "d3", PLANNER, agent("x")).with(Hop.UNKNOWN.with(Lineage.below("d1")));
        assertThat(that(CheckId.D01).of(ROOT, NARROW, untold).result())
                .isEqualTo(new Checked(CheckId.D01, List.of(), 1, 1, Set.of(Missing.SCOPES)));
    }

    @Test
    void d02NoAttenuation() {
        TaskNeeds needs = new TaskNeeds(Map.of(TASK, Scope.of(use("mail"))));
        that(CheckId.D02)
                .of(ROOT, under(WHOLE))
                .with(needs)
                .says("d2 passes on all of d1, and its task does not need use tool:crm.");
        that(CheckId.D02).of(ROOT, under(NARROW)).with(needs).isFine();
        that(CheckId.D02).of(ROOT, under(WHOLE)).lacks(Missing.TASK_NEEDS);
        that(CheckId.D02).of(ROOT, WHOLE).with(needs).lacks(Missing.TASK_NEEDS);
    }

    @Test
    void d03OutlivesTheParent() {
        that(CheckId.D03)
                .of(ROOT, lasting(NARROW, Duration.ofHours(2)))
                .says("d2 goes on after 2026-11-28T13:00:00Z, when d1 above it ends.");
        that(CheckId.D03).of(ROOT, lasting(NARROW, Duration.ofHours(1))).isFine();
        that(CheckId.D03)
                .of(ROOT, NARROW.with(NARROW.hop().with(Validity.UNKNOWN)))
                .lacks(Missing.ENDS);
    }

    @Test
    void d03LooksAtAllAboveAndNotAtTheNextAlone() {
        Grant middle = lasting(NARROW, Duration.ofHours(1));
        Grant last =
                lasting(below("d2", "d3", WORKER, agent("x"), use("mail")), Duration.ofMinutes(50));
        that(CheckId.D03)
                .of(last, middle, lasting(ROOT, Duration.ofMinutes(30)))
                .says(
                        "d3 goes on after 2026-11-28T12:30:00Z, when d1 above it ends.",
                        "d2 goes on after 2026-11-28T12:30:00Z, when d1 above it ends.");
    }

    @Test
    void d03WeighsLessWhereTheBackendEndsItWithItsParent() {
        Grant bound =
                lasting(
                        delegation("d2", PLANNER, WORKER, Lineage.boundTo("d1"), use("mail")),
                        Duration.ofHours(2));
        assertThat(that(CheckId.D03).of(ROOT, bound).findings())
                .extracting(DelegationFinding::severity)
                .containsExactly(Severity.MEDIUM);
    }

    @Test
    void d04CanStillActAfterTheTask() {
        ClosedTasks closed = new ClosedTasks(Map.of(TASK, NOW.minusSeconds(60)));
        that(CheckId.D04)
                .of(under(ROOT))
                .with(closed)
                .says("d1 still counts; task:t1 was over at 2026-11-28T11:59:00Z.");
        that(CheckId.D04).of(under(ROOT)).with(new ClosedTasks(Map.of())).isFine();
        that(CheckId.D04).of(under(ROOT)).lacks(Missing.CLOSED_TASKS);
        Grant ended = under(ROOT.with(ROOT.hop().with(Validity.until(NOW))));
        assertThat(that(CheckId.D04).of(ended).with(closed).findings()).isEmpty();
    }

    @Test
    void d05Orphaned() {
        Grant ended = ROOT.with(ROOT.hop().with(Validity.until(NOW)));
        that(CheckId.D05)
                .of(ended, NARROW)
                .says("d2 still counts; d1, which it was made from, does not any more.");
        that(CheckId.D05)
                .of(NARROW)
                .says("d2 still counts; d1, which it was made from, is not there.");
        that(CheckId.D05).of(ROOT, NARROW).isFine();
        Grant bound = delegation("d2", PLANNER, WORKER, Lineage.boundTo("d1"));
        assertThat(that(CheckId.D05).of(ended, bound).findings())
                .as("ended with its parent")
                .isEmpty();
    }

    @Test
    void d06Cycle() {
        Grant back = root("d9", WORKER, PLANNER);
        that(CheckId.D06)
                .of(ROOT, NARROW, back)
                .says("2 parties in a ring: " + PLANNER.id() + ", " + WORKER.id() + ".");
        assertThat(that(CheckId.D06).of(ROOT, NARROW, back).findings().getFirst().grants())
                .containsExactly("d2", "d9");
        that(CheckId.D06)
                .of(root("d9", WORKER, WORKER))
                .says(WORKER.id() + " delegates to itself.");
        that(CheckId.D06).of(ROOT, NARROW).isFine();
        that(CheckId.D06)
                .of(ROOT, NARROW, back.with(back.hop().with(Validity.withdrawn(End.NEVER))))
                .isFine();
    }

    @Test
    void d07Depth() {
        List<Grant> chain = new ArrayList<>(List.of(ROOT));
        for (int n = 2; n <= 6; n++) {
            chain.add(below("d" + (n - 1), "d" + n, agent("a" + (n - 1)), agent("a" + n)));
        }
        that(CheckId.D07)
                .of(chain.toArray(Grant[]::new))
                .says(
                        "d4 passes rights on for more than 3 times; the deepest below it is hop"
                                + " 6.");
        that(CheckId.D07).of(chain.subList(0, 3).toArray(Grant[]::new)).isFine();
    }

    @Test
    void d08CrossTrustDomain() {
        Grant abroad = below("d1", "d2", PLANNER, foreign("x"), use("mail"));
        String allow =
                """
                version: 1
                default: allow
                rules:
                  - {name: partner, effect: allow, to-trust-domains: partner.test}
                """;
        Federation federated = new Federation(Set.of(new Trust("acme.test", "partner.test")));
        that(CheckId.D08)
                .of(ROOT, abroad)
                .with(federated)
                .says("d2 goes from acme.test to partner.test, and no rule allows it.");
        that(CheckId.D08)
                .of(ROOT, abroad)
                .with(new Federation(Set.of()))
                .ruled(allow)
                .says(
                        "d2 goes from acme.test to partner.test; acme.test has no federation with"
                                + " partner.test.");
        that(CheckId.D08).of(ROOT, abroad).with(federated).ruled(allow).isFine();
        that(CheckId.D08).of(ROOT, NARROW).isFine();
        that(CheckId.D08).of(abroad).ruled(allow).lacks(Missing.FEDERATION);
    }

    @Test
    void d10PrincipalChanges() {
        that(CheckId.D10)
                .of(actingFor(ROOT, ALICE), actingFor(NARROW, Party.user("eve")))
                .says("d2 acts for user:eve; the hop above it acts for user:alice.");
        that(CheckId.D10).of(actingFor(ROOT, ALICE), actingFor(NARROW, ALICE)).isFine();
        that(CheckId.D10).of(ROOT, NARROW).lacks(Missing.PRINCIPALS);
    }

    @Test
    void d13NoRulePermits() {
        String forbid = "version: 1\ndefault: forbid\n";
        that(CheckId.D13)
                .of(NARROW)
                .ruled(forbid)
                .says(
                        "d2: no rule lets "
                                + PLANNER.id()
                                + " delegate to "
                                + WORKER.id()
                                + ", and the default forbids.");
        that(CheckId.D13)
                .of(NARROW)
                .ruled(forbid + "rules: [{name: a, effect: allow, tools: mail}]")
                .isFine();
        that(CheckId.D13).of(NARROW).lacks(Missing.RULES);
    }

    @Test
    void d14Forbidden() {
        String rules = "version: 1\ndefault: allow\nrules:\n";
        that(CheckId.D14)
                .of(NARROW)
                .ruled(rules + "  - {name: no mail, effect: forbid, tools: mail}\n")
                .says("d2 is forbidden by the rule \"no mail\".");
        that(CheckId.D14)
                .of(ROOT, NARROW)
                .ruled(rules + "  - {name: flat, effect: allow, max-depth: 1}\n")
                .says("d2 is deeper than the rule \"flat\" allows.");
        that(CheckId.D14)
                .of(NARROW)
                .ruled(rules + "  - {name: short, effect: allow, max-ttl: 5m}\n")
                .says("d2 lasts longer than the rule \"short\" allows.");
        that(CheckId.D14)
                .of(NARROW)
                .ruled(rules + "  - {name: no shell, effect: forbid, tools: shell}\n")
                .isFine();
        that(CheckId.D14).of(NARROW).lacks(Missing.RULES);
    }

    @Test
    void d15ConfusedDeputy() {
        Grant always = standing("s1", WORKER, MAIL);
        that(CheckId.D15)
                .of(ROOT, NARROW, always)
                .says(
                        PLANNER.id()
                                + " has no right to tool:mail, and "
                                + WORKER.id()
                                + ", which acts for it, always has.");
        that(CheckId.D15).of(ROOT, NARROW, always, uses("u1", "d1", PLANNER, MAIL)).isFine();
    }

    @Test
    void d17Unattested() {
        Attestations known =
                new Attestations(
                        Map.of(
                                PLANNER.id(), Attestation.ATTESTED,
                                WORKER.id(), Attestation.JOIN_TOKEN));
        that(CheckId.D17)
                .of(
                        ROOT,
                        NARROW,
                        root("d5", ALICE, agent("ghost")),
                        root("d6", ALICE, Party.agent("bot")))
                .with(known)
                .says(
                        WORKER.id() + " is handed out by a node that attested with a join token.",
                        agent("ghost").id() + " has no registration entry on any connected server.",
                        "agent:bot is a name without a SPIFFE ID.");
        that(CheckId.D17).of(ROOT).with(known).isFine();
        that(CheckId.D17).of(ROOT).lacks(Missing.ATTESTATIONS);
    }

    @Test
    void d20Drift() {
        ApprovedScopes approved = new ApprovedScopes(Map.of("d1", Scope.of(use("mail"))));
        that(CheckId.D20)
                .of(ROOT, NARROW)
                .with(approved)
                .says(
                        "d1 gives use tool:crm beyond what was approved.",
                        "d2 is in no approved state.");
        that(CheckId.D20)
                .of(ROOT)
                .with(new ApprovedScopes(Map.of("d1", Scope.of(use("mail"), use("crm")))))
                .isFine();
        that(CheckId.D20).of(ROOT).lacks(Missing.APPROVED_SCOPES);
    }

    @Test
    void d21FanOut() {
        List<Grant> many = new ArrayList<>();
        for (int n = 0; n < 21; n++) {
            many.add(under(root("d" + n, PLANNER, agent("a" + n))));
        }
        that(CheckId.D21)
                .of(many.toArray(Grant[]::new))
                .says(
                        PLANNER.id() + " has delegated to 21; 20 is the limit.",
                        "21 work under task:t1; 20 is the limit.");
        that(CheckId.D21).of(many.subList(0, 20).toArray(Grant[]::new)).isFine();
    }

    @Test
    void d22Unused() {
        Usage usage =
                new Usage(
                        NOW.minus(Duration.ofDays(90)),
                        Map.of("d2", NOW.minus(Duration.ofDays(31))));
        Grant old =
                ROOT.with(
                        ROOT.hop()
                                .with(
                                        Validity.until(NOW.plusSeconds(9))
                                                .issued(NOW.minus(Duration.ofDays(400)))));
        that(CheckId.D22)
                .of(old, NARROW)
                .with(usage)
                .says("d1 has not been used for at least 90 d.", "d2 was last used 31 d ago.");
        that(CheckId.D22).of(ROOT).with(usage).isFine();
        that(CheckId.D22).of(ROOT).lacks(Missing.USAGE);
    }
}
