package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.failure;
import static dev.curfew.peers.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.BackendConnection;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion.AccessContext;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Decision.Verdict;
import dev.curfew.policy.Explanation;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyBackends;
import dev.curfew.policy.PolicyChange;
import dev.curfew.policy.PolicyCondition;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Proof;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import dev.curfew.wire.openfga.ExpandRequest;
import dev.curfew.wire.openfga.ExpandRequestTupleKey;
import dev.curfew.wire.openfga.UsersetTree;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What only OpenFGA does: clocks of the asker, slots of leases, stores. */
abstract class OpenFgaContract extends RelationshipContract {
    private static final Instant PAST =
            Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    private static final Instant FUTURE =
            Instant.now().plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

    abstract OpenFgaPeer startOpenFga();

    @Override
    final PolicyPeer start() {
        return startOpenFga();
    }

    private OpenFgaPeer fga() {
        return (OpenFgaPeer) peer();
    }

    @Test
    void whatExpiredStaysListedAndDoesNotCount() {
        peer().write(List.of(standing("mail", PAST)));

        assertThat(list(RelationshipFilter.type("tool"))).contains(standing("mail", PAST));
        assertThat(ask(mails(AccessContext.NOTHING))).isEqualTo(Verdict.DENIED);
        Explanation why = value(backend().explain(mails(AccessContext.NOTHING)));
        assertThat(why.agrees()).contains(true);
        assertThat(notes(why.root())).contains(Explanation.Note.EXPIRED);
    }

    @Test
    void theClockIsTheAskersAndThatIsSaid() {
        peer().write(List.of(standing("mail", PAST)));
        AccessContext before =
                AccessContext.of(
                        Map.of("current_time", PAST.minus(1, ChronoUnit.HOURS).toString()));

        Decision decision = value(backend().check(mails(before), Consistency.STRONGEST));
        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(decision.freshness().clock()).isEqualTo(Freshness.Clock.CALLER);
        assertThat(value(backend().explain(mails(before))).agrees()).contains(true);
    }

    @Test
    void aLaterEndInTheQuestionDoesNotHelp() {
        peer().write(List.of(standing("mail", PAST)));
        assertThat(ask(mails(AccessContext.of(Map.of("not_after", FUTURE.toString())))))
                .isEqualTo(Verdict.DENIED);
    }

    @Test
    void aClockThatIsNoneGivesNoDecision() {
        peer().write(List.of(standing("mail", FUTURE)));
        Decision decision =
                value(
                        backend()
                                .check(
                                        mails(AccessContext.of(Map.of("current_time", "noon"))),
                                        Consistency.STRONGEST));
        assertThat(decision.verdict()).isEqualTo(Verdict.CANNOT_EVALUATE);
        assertThat(decision.because()).contains("live_until");
    }

    @Test
    void tighteningChangesTheSlotOfALease() {
        Relationship lease = leaseIn("lease_a", "d1", currentEnd("d1"));
        Relationship shorter = value(backend().tighten(lease, currentEnd("d1").minusSeconds(60)));
        assertThat(shorter.relation()).isEqualTo("lease_b");
        assertThat(value(backend().proveTightened(shorter)).verdict())
                .isEqualTo(Proof.Verdict.CONFIRMED);
    }

    @Test
    void whatStandsInTheOtherSlotDoesNotOutliveATightening() {
        Instant end = currentEnd("d1");
        peer().write(List.of(leaseIn("lease_b", "d1", end.plusSeconds(600))));

        Relationship shorter =
                value(backend().tighten(leaseIn("lease_a", "d1", end), end.minusSeconds(60)));

        assertThat(
                        list(
                                RelationshipFilter.of(new PolicyEntity("delegation", "d1"))
                                        .subject(PolicySubject.of(new PolicyEntity("agent", "*")))))
                .containsExactlyInAnyOrder(
                        Chain.one(
                                new PolicyEntity("delegation", "d1"),
                                "root",
                                new PolicyEntity("agent", "*")),
                        shorter);
    }

    @Test
    void withoutATwinAGrantIsGoneForAMomentAndThenShorter() {
        Relationship standing = standing("mail", FUTURE);
        peer().write(List.of(standing));
        assertThat(backend().tightening(standing)).isEqualTo(PolicyBackend.Tightening.GONE_BETWEEN);

        Relationship shorter = value(backend().tighten(standing, FUTURE.minusSeconds(3600)));

        assertThat(shorter).isEqualTo(standing("mail", FUTURE.minusSeconds(3600)));
        assertThat(value(backend().proveTightened(shorter)).verdict())
                .isEqualTo(Proof.Verdict.CONFIRMED);
        assertThat(ask(mails(AccessContext.NOTHING))).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void accessByAnotherWayIsNotTakenForACut() {
        Relationship lasting =
                Chain.one(new PolicyEntity("tool", "search"), "standing", chain().worker);
        peer().write(List.of(lasting));
        Relationship via = Chain.one(Chain.SEARCH, "via", new PolicyEntity("delegation", "d2"));
        value(backend().end(via));
        assertThat(ask(chain().workerSearches())).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void expandNamesWhatMakesARelationUpAndNoConditions() {
        UsersetTree tree =
                fga().wire()
                        .expand(
                                ExpandRequest.newBuilder()
                                        .setStoreId(fga().store())
                                        .setTupleKey(
                                                ExpandRequestTupleKey.newBuilder()
                                                        .setObject("delegation:d1")
                                                        .setRelation("live"))
                                        .build())
                        .getTree();
        assertThat(tree.getRoot().getUnion().getNodesList())
                .extracting(node -> node.getLeaf().getComputed().getUserset())
                .containsExactly("delegation:d1#lease_a", "delegation:d1#lease_b");
    }

    @Test
    void changesAreToldOnceInTheirOrder() {
        String from = drain("");
        Relationship via =
                Chain.one(
                        new PolicyEntity("tool", "mail"),
                        "via",
                        new PolicyEntity("delegation", "d1"));
        peer().write(List.of(via));
        value(backend().end(via));

        PolicyChange.Page page = value(backend().changes(from));
        assertThat(page.changes())
                .extracting(PolicyChange::relationship, PolicyChange::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(via, PolicyChange.Kind.WRITTEN),
                        org.assertj.core.groups.Tuple.tuple(via, PolicyChange.Kind.DELETED));
        assertThat(value(backend().changes(page.next())).changes()).isEmpty();
    }

    private String drain(String from) {
        String at = from;
        while (true) {
            PolicyChange.Page page = value(backend().changes(at));
            if (page.changes().isEmpty()) {
                return page.next();
            }
            at = page.next();
        }
    }

    @Test
    void aStoreThatIsNotThereIsNamed() {
        Failure failure = failure(open(fga().profile("01ARZ3NDEKTSV4RRFFQ69G5FAV")));
        assertThat(failure.reason()).isEqualTo(Reason.STORE_UNKNOWN);
    }

    @Test
    void severalStoresOfOneNameAreNotGuessedAt() {
        fga().fresh();
        Failure failure = failure(open(fga().profile("a test")));
        assertThat(failure.reason()).isEqualTo(Reason.STORE_UNKNOWN);
        assertThat(failure.detail()).startsWith("several are meant: a test (01");
    }

    @Test
    void withoutTheKeyNothingIsTold() {
        PolicyProfile own = fga().profile(fga().store());
        PolicyProfile without =
                PolicyProfile.of(
                        own.name(), own.target(), own.tls(), new BackendConnection.Key.None());
        assertThat(failure(open(without)).reason()).isEqualTo(Reason.BACKEND_KEY_REFUSED);
        assertThat(
                        failure(
                                        PolicyBackends.open(
                                                own,
                                                (_, _) -> Outcome.ok("wrong".toCharArray()),
                                                Clock.systemUTC()))
                                .reason())
                .isEqualTo(Reason.BACKEND_KEY_REFUSED);
    }

    @Test
    void aKeyedEngineOnThisMachineRaisesNoAlarm() {
        assertThat(backend().warnings()).isEmpty();
    }

    private static Outcome<PolicyBackend> open(PolicyProfile profile) {
        return PolicyBackends.open(profile, PolicyPeer.SECRETS, Clock.systemUTC());
    }

    private Instant currentEnd(String delegation) {
        return list(RelationshipFilter.of(new PolicyEntity("delegation", delegation))).stream()
                .flatMap(one -> one.notAfter().stream())
                .findFirst()
                .orElseThrow();
    }

    private static Relationship leaseIn(String slot, String delegation, Instant until) {
        return until(
                new PolicyEntity("delegation", delegation),
                slot,
                new PolicyEntity("agent", "*"),
                until);
    }

    private Relationship standing(String tool, Instant until) {
        return until(new PolicyEntity("tool", tool), "standing", chain().worker, until);
    }

    private static Relationship until(
            PolicyEntity resource, String relation, PolicyEntity subject, Instant until) {
        return new Relationship(
                resource,
                relation,
                PolicySubject.of(subject),
                Optional.of(
                        new PolicyCondition("live_until", Map.of("not_after", until.toString()))),
                Optional.of(until));
    }

    private dev.curfew.policy.AccessQuestion mails(AccessContext context) {
        return dev.curfew.policy.AccessQuestion.of(
                        chain().worker, "can_use", new PolicyEntity("tool", "mail"))
                .with(context);
    }

    private static List<Explanation.Note> notes(Explanation.Node node) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(node.note()),
                        node.parts().stream().flatMap(part -> notes(part).stream()))
                .toList();
    }
}
