package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.failure;
import static dev.curfew.peers.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.AccessQuestion.AccessContext;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Decision.Verdict;
import dev.curfew.policy.Explanation;
import dev.curfew.policy.Listing;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyBackends;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Proof;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import dev.curfew.policy.RelationshipListener;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every policy backend that keeps relationships does, held against real ones and the lab's.
 * One server for all tests, and an own place in it for each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RelationshipContract {
    private static final Instant LATER =
            Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    private static final Instant SOONER =
            Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

    private PolicyPeer peer;
    private PolicyBackend backend;
    private Chain chain;

    /** Starts the server. */
    abstract PolicyPeer start();

    @BeforeAll
    void startServer() {
        peer = start();
    }

    @AfterAll
    void stopServer() {
        peer.close();
    }

    @BeforeEach
    void connect() {
        backend = value(PolicyBackends.open(peer.fresh(), PolicyPeer.SECRETS, Clock.systemUTC()));
        chain = new Chain(backend.ids());
        peer.write(chain.relationships(peer, LATER));
    }

    @AfterEach
    void disconnect() {
        backend.close();
    }

    PolicyBackend backend() {
        return backend;
    }

    PolicyPeer peer() {
        return peer;
    }

    Chain chain() {
        return chain;
    }

    Verdict ask(AccessQuestion question) {
        return value(backend.check(question, Consistency.STRONGEST)).verdict();
    }

    List<Relationship> list(RelationshipFilter filter) {
        List<Relationship> all = new ArrayList<>();
        Listing listing = value(backend.list(filter, all::addAll));
        assertThat(listing.isWhole()).as(listing.toString()).isTrue();
        assertThat(listing.read()).isEqualTo(all.size());
        return all;
    }

    @Test
    void aSmallCallTellsHowLongItsAnswerTook() {
        long before = backend.calls();
        assertThat(value(backend.ping())).isPositive();
        assertThat(backend.calls()).isEqualTo(before + 1);
    }

    @Test
    void offersWhatTheContractTests() {
        assertThat(backend.capabilities())
                .contains(
                        PolicyCapability.LIST_RELATIONSHIPS,
                        PolicyCapability.MODEL,
                        PolicyCapability.CHECK,
                        PolicyCapability.EXPLAIN,
                        PolicyCapability.REACH_RESOURCES,
                        PolicyCapability.REACH_SUBJECTS,
                        PolicyCapability.TIGHTEN,
                        PolicyCapability.END)
                .doesNotContain(PolicyCapability.QUARANTINE);
        assertThat(failure(backend.lift(chain.worker)).reason()).isEqualTo(Reason.NOT_OFFERED);
    }

    @Test
    void whatIsWrittenIsListedAsItWasWritten() {
        assertThat(list(RelationshipFilter.ALL))
                .containsExactlyInAnyOrderElementsOf(chain.relationships(peer, LATER));
        assertThat(list(RelationshipFilter.type("tool")))
                .containsExactlyInAnyOrder(
                        Chain.one(Chain.SEARCH, "via", new PolicyEntity("delegation", "d1")),
                        Chain.one(Chain.SEARCH, "via", new PolicyEntity("delegation", "d2")));
        assertThat(
                        list(
                                RelationshipFilter.type("delegation")
                                        .subject(PolicySubject.of(chain.planner))))
                .extracting(Relationship::relation)
                .containsExactlyInAnyOrder("delegate", "delegator");
        assertThat(list(RelationshipFilter.exactly(peer.lease("d1", LATER))))
                .containsExactly(peer.lease("d1", LATER));
    }

    @Test
    void aLongListComesInPagesAndEndsWhenNobodyWantsMore() {
        peer.write(
                IntStream.range(0, 2_500)
                        .mapToObj(i ->
                                Chain.one(
                                        new PolicyEntity("tool", "t" + i),
                                        "via",
                                        new PolicyEntity("delegation", "d1")))
                        .toList());
        assertThat(list(RelationshipFilter.type("tool"))).hasSize(2_502).doesNotHaveDuplicates();

        List<Integer> pages = new ArrayList<>();
        Listing cut =
                value(
                        backend.list(
                                RelationshipFilter.ALL,
                                new RelationshipListener() {
                                    @Override
                                    public void page(List<Relationship> relationships) {
                                        pages.add(relationships.size());
                                    }

                                    @Override
                                    public boolean isCancelled() {
                                        return pages.size() == 2;
                                    }
                                }));
        assertThat(pages).hasSize(2).allMatch(size -> size <= 1_000);
        assertThat(cut.isWhole()).isFalse();
        assertThat(cut.failure().orElseThrow().reason()).isEqualTo(Reason.CANCELLED);
    }

    @Test
    void everyHopOfAChainMayActAndNobodyElse() {
        assertThat(ask(chain.plannerSearches())).isEqualTo(Verdict.ALLOWED);
        assertThat(ask(chain.workerSearches())).isEqualTo(Verdict.ALLOWED);
        assertThat(
                        ask(
                                AccessQuestion.of(
                                        Chain.agent(backend.ids(), "stranger"),
                                        "can_use",
                                        Chain.SEARCH)))
                .isEqualTo(Verdict.DENIED);
    }

    @Test
    void oneLeaseCutEndsWhatCameFromItToo() {
        assertThat(value(backend.end(peer.lease("d1", LATER))))
                .isEqualTo(PolicyBackend.Ending.ENDED);

        assertThat(ask(chain.plannerSearches())).isEqualTo(Verdict.DENIED);
        assertThat(ask(chain.workerSearches())).isEqualTo(Verdict.DENIED);
        assertThat(list(RelationshipFilter.ALL)).hasSize(9).doesNotContain(peer.lease("d1", LATER));
    }

    @Test
    void aCutBelowLeavesWhatIsAbove() {
        value(backend.end(peer.lease("d2", LATER)));

        assertThat(ask(chain.plannerSearches())).isEqualTo(Verdict.ALLOWED);
        assertThat(ask(chain.workerSearches())).isEqualTo(Verdict.DENIED);
    }

    @Test
    void aCutIsProvedWithAtMostThreeCallsMoreThanTheBareDelete() {
        Relationship delegate =
                Chain.one(new PolicyEntity("delegation", "d2"), "delegate", chain.worker);
        long before = backend.calls();
        value(backend.end(delegate));
        Proof proof = value(backend.proveEnded(delegate));

        assertThat(backend.calls() - before).isLessThanOrEqualTo(1 + 3);
        assertThat(proof.verdict()).isEqualTo(Proof.Verdict.CONFIRMED);
        assertThat(proof.standing()).isEmpty();
        assertThat(proof.decision().isDenied()).isTrue();
        assertThat(proof.decision().freshness().consistency()).isEqualTo(Consistency.STRONGEST);
    }

    @Test
    void aLeaseCutIsProvedAlike() {
        value(backend.end(peer.lease("d1", LATER)));
        assertThat(value(backend.proveEnded(peer.lease("d1", LATER))).verdict())
                .isEqualTo(Proof.Verdict.CONFIRMED);
    }

    @Test
    void whatWasNotCutIsNotProved() {
        Proof proof = value(backend.proveEnded(peer.lease("d1", LATER)));
        assertThat(proof.verdict()).isEqualTo(Proof.Verdict.CONTRADICTED);
        assertThat(proof.standing()).contains(peer.lease("d1", LATER));
    }

    @Test
    void endingTwiceDoesNoHarm() {
        Relationship lease = peer.lease("d1", LATER);
        assertThat(value(backend.end(lease))).isEqualTo(PolicyBackend.Ending.ENDED);
        assertThat(value(backend.end(lease))).isEqualTo(PolicyBackend.Ending.ALREADY_GONE);
    }

    @Test
    void whatWasEndedIsPutBackAsItWas() {
        Relationship lease = peer.lease("d1", LATER);
        Relationship parent =
                Chain.one(
                        new PolicyEntity("delegation", "d2"),
                        "parent",
                        new PolicyEntity("delegation", "d1"));
        value(backend.end(lease));
        value(backend.end(parent));
        assertThat(ask(chain.workerSearches())).isEqualTo(Verdict.DENIED);

        assertThat(value(backend.restore(lease))).isEqualTo(lease);
        assertThat(value(backend.restore(parent))).isEqualTo(parent);
        assertThat(value(backend.restore(lease))).isEqualTo(lease);

        assertThat(ask(chain.workerSearches())).isEqualTo(Verdict.ALLOWED);
        assertThat(list(RelationshipFilter.ALL))
                .containsExactlyInAnyOrderElementsOf(chain.relationships(peer, LATER));
    }

    @Test
    void aLeaseIsTightenedAtOnceAndProved() {
        Relationship lease = peer.lease("d1", LATER);
        assertThat(backend.tightening(lease)).isEqualTo(PolicyBackend.Tightening.AT_ONCE);

        Relationship shorter = value(backend.tighten(lease, SOONER));

        assertThat(shorter.notAfter()).contains(SOONER);
        assertThat(list(RelationshipFilter.ALL))
                .hasSize(10)
                .contains(shorter)
                .doesNotContain(lease);
        assertThat(ask(chain.workerSearches())).isEqualTo(Verdict.ALLOWED);
        assertThat(value(backend.proveTightened(shorter)).standing()).contains(shorter);
    }

    @Test
    void aLeaseCanBeTightenedAgainAndAgain() {
        Relationship lease = peer.lease("d1", LATER);
        for (int minutes = 10; minutes <= 50; minutes += 10) {
            lease = value(backend.tighten(lease, SOONER.minus(minutes, ChronoUnit.MINUTES)));
        }
        assertThat(list(RelationshipFilter.ALL)).hasSize(10).contains(lease);
    }

    @Test
    void tighteningNeverLengthens() {
        Relationship lease = peer.lease("d1", LATER);
        assertThat(failure(backend.tighten(lease, LATER.plusSeconds(1))).reason())
                .isEqualTo(Reason.INVALID_INPUT);
        assertThat(list(RelationshipFilter.ALL)).hasSize(10).contains(lease);
    }

    @Test
    void whatChangedMeanwhileIsNotTightened() {
        Relationship lease = peer.lease("d1", LATER);
        Relationship shorter = value(backend.tighten(lease, SOONER));

        assertThat(failure(backend.tighten(lease, SOONER.plusSeconds(60))).reason())
                .isEqualTo(Reason.CHANGED_MEANWHILE);
        assertThat(list(RelationshipFilter.ALL)).contains(shorter);
    }

    @Test
    void whatHasNoEndCanOnlyBeEnded() {
        Relationship via = Chain.one(Chain.SEARCH, "via", new PolicyEntity("delegation", "d1"));
        assertThat(backend.tightening(via)).isEqualTo(PolicyBackend.Tightening.IMPOSSIBLE);
        assertThat(failure(backend.tighten(via, SOONER)).reason()).isEqualTo(Reason.NOT_OFFERED);
        assertThat(list(RelationshipFilter.ALL)).contains(via);
    }

    @Test
    void manyQuestionsAreAnsweredInTheirOrder() {
        AccessQuestion stranger =
                AccessQuestion.of(Chain.agent(backend.ids(), "stranger"), "can_use", Chain.SEARCH);
        List<AccessQuestion> questions =
                IntStream.range(0, 120)
                        .mapToObj(i -> i % 3 == 0 ? chain.workerSearches() : stranger)
                        .toList();
        assertThat(value(backend.checkAll(questions, Consistency.STRONGEST)))
                .extracting(Decision::verdict)
                .containsExactlyElementsOf(
                        IntStream.range(0, 120)
                                .mapToObj(i -> i % 3 == 0 ? Verdict.ALLOWED : Verdict.DENIED)
                                .toList());
    }

    @Test
    void aQuestionThatTheModelDoesNotKnowIsNoDenial() {
        AccessQuestion unknown = AccessQuestion.of(chain.worker, "may_fly", Chain.SEARCH);
        Decision decision = value(backend.check(unknown, Consistency.STRONGEST));
        assertThat(decision.verdict()).isEqualTo(Verdict.CANNOT_EVALUATE);
        assertThat(decision.because()).contains("may_fly");
        assertThat(
                        value(
                                backend.checkAll(
                                        List.of(unknown, chain.workerSearches()),
                                        Consistency.STRONGEST)))
                .extracting(Decision::verdict)
                .containsExactly(Verdict.CANNOT_EVALUATE, Verdict.ALLOWED);
    }

    @Test
    void whatAnAgentReachesAndWhoReachesAToolIsFound() {
        assertThat(
                        value(
                                        backend.resources(
                                                PolicySubject.of(chain.worker),
                                                "can_use",
                                                "tool",
                                                AccessContext.NOTHING))
                                .found())
                .containsExactly(Chain.SEARCH);
        assertThat(
                        Set.copyOf(
                                value(
                                                backend.subjects(
                                                        Chain.SEARCH,
                                                        "can_use",
                                                        "agent",
                                                        AccessContext.NOTHING))
                                        .found()))
                .isEqualTo(Set.of(PolicySubject.of(chain.planner), PolicySubject.of(chain.worker)));

        value(backend.end(peer.lease("d1", LATER)));
        assertThat(
                        value(
                                        backend.resources(
                                                PolicySubject.of(chain.worker),
                                                "can_use",
                                                "tool",
                                                AccessContext.NOTHING))
                                .found())
                .isEmpty();
    }

    @Test
    void anExplanationLeadsToTheFactsAndAgreesWithTheDecision() {
        Explanation yes = value(backend.explain(chain.workerSearches()));
        assertThat(yes.decision().isAllowed()).isTrue();
        assertThat(yes.agrees()).contains(true);
        assertThat(facts(yes.root()))
                .contains(
                        peer.lease("d1", LATER),
                        peer.lease("d2", LATER),
                        Chain.one(new PolicyEntity("delegation", "d2"), "delegate", chain.worker));

        value(backend.end(peer.lease("d1", LATER)));
        Explanation no = value(backend.explain(chain.workerSearches()));
        assertThat(no.decision().isDenied()).isTrue();
        assertThat(no.agrees()).contains(true);
        assertThat(facts(no.root())).doesNotContain(peer.lease("d1", LATER));
    }

    private static List<Relationship> facts(Explanation.Node node) {
        List<Relationship> facts = new ArrayList<>(node.fact().stream().toList());
        node.parts().forEach(part -> facts.addAll(facts(part)));
        return facts;
    }

    @Test
    void theModelIsShownAsItIs() {
        PolicyModel model = value(backend.model());
        assertThat(model.types())
                .extracting(PolicyModel.Type::name)
                .contains("agent", "delegation", "tool", "user");
        assertThat(model.relation("delegation", "delegate").orElseThrow().isKept()).isTrue();
        assertThat(model.relation("delegation", "holder").orElseThrow().isKept()).isFalse();
        assertThat(model.text()).contains("holder");
    }
}
