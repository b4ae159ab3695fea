package dev.curfew.delegation;

import static dev.curfew.delegation.Given.NOW;
import static dev.curfew.delegation.Given.agent;
import static dev.curfew.delegation.Given.below;
import static dev.curfew.delegation.Given.graph;
import static dev.curfew.delegation.Given.ids;
import static dev.curfew.delegation.Given.lasting;
import static dev.curfew.delegation.Given.root;
import static dev.curfew.delegation.Given.standing;
import static dev.curfew.delegation.Given.uses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.Grant.State;
import dev.curfew.delegation.Reach.Reached;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantGraphTest {
    private static final Party ALICE = Party.user("alice");
    private static final Party PLANNER = agent("planner");
    private static final Party WORKER = agent("worker");
    private static final Party MAIL = Party.tool("mail");
    private static final Party CRM = Party.tool("crm");

    private final GrantGraph chain =
            graph(
                    root("d1", ALICE, PLANNER),
                    below("d1", "d2", PLANNER, WORKER),
                    uses("u1", "d1", PLANNER, MAIL),
                    uses("u2", "d2", WORKER, CRM));

    @Test
    void aChainIsReadFromItsBeginning() {
        Chain read = chain.chainOf(chain.grant("u2").orElseThrow());
        assertThat(ids(read.hops())).containsExactly("d1", "d2", "u2");
        assertThat(read.depth()).isEqualTo(2);
        assertThat(read.missing()).isEmpty();
        assertThat(read.loops()).isFalse();
    }

    @Test
    void aChainSaysWhatIsMissingAboveIt() {
        GrantGraph torn = graph(below("gone", "d2", PLANNER, WORKER));
        assertThat(torn.chainOf(torn.grants().getFirst()).missing()).contains("gone");
    }

    @Test
    void theChainsOfARootEndWhereNobodyPassesOn() {
        GrantGraph forked =
                graph(
                        root("d1", ALICE, PLANNER),
                        below("d1", "d2", PLANNER, WORKER),
                        below("d1", "d3", PLANNER, agent("writer")),
                        below("d3", "d4", agent("writer"), agent("reader")));
        assertThat(forked.chainsFrom(ALICE, 10))
                .extracting(found -> ids(found.hops()))
                .containsExactly(List.of("d1", "d2"), List.of("d1", "d3", "d4"));
        assertThat(forked.chainsFrom(ALICE, 1)).hasSize(1);
        assertThat(ids(forked.below("d1"))).containsExactly("d2", "d3", "d4");
    }

    @Test
    void reachTellsOnesOwnFromWhatTakesOthers() {
        Reach reach = chain.reachOf(PLANNER);
        assertThat(reach.of(Party.Kind.TOOL))
                .extracting(Reached::party, Reached::isThroughOthers)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(MAIL, false),
                        org.assertj.core.groups.Tuple.tuple(CRM, true));
        assertThat(ids(reach.way(CRM))).containsExactly("d2", "u2");
    }

    @Test
    void everyoneWhoReachesAToolIsFoundThroughChains() {
        Reach reach = chain.reachedBy(CRM);
        assertThat(reach.all()).extracting(Reached::party).containsExactly(WORKER, PLANNER, ALICE);
        assertThat(ids(reach.way(ALICE))).containsExactly("d1", "d2", "u2");
    }

    @Test
    void whatEveryAgentMayUseIsReachedByEachOfThem() {
        GrantGraph open = graph(root("d1", ALICE, PLANNER), standing("s1", Party.agent("*"), MAIL));
        assertThat(open.reachOf(PLANNER).find(MAIL)).isPresent();
        assertThat(open.reachedBy(MAIL).of(Party.Kind.AGENT))
                .extracting(Reached::party)
                .containsExactly(Party.agent("*"), PLANNER);
        assertThat(open.grants()).hasSize(2);
    }

    @Test
    void theShortestWayIsTheOneWithFewestGrants() {
        GrantGraph shortcut =
                graph(
                        root("d1", ALICE, PLANNER),
                        below("d1", "d2", PLANNER, WORKER),
                        root("d9", ALICE, WORKER),
                        uses("u2", "d2", WORKER, CRM));
        assertThat(ids(shortcut.shortestWay(ALICE, CRM))).containsExactly("d9", "u2");
        assertThat(shortcut.shortestWay(CRM, ALICE)).isEmpty();
        assertThat(shortcut.shortestWay(ALICE, Party.tool("nowhere"))).isEmpty();
    }

    @Test
    void identitiesAndAccountabilityLeadToNoTool() {
        Grant owns =
                new Grant(
                        "o1",
                        Grant.Kind.ANSWERS_FOR,
                        ALICE,
                        PLANNER,
                        "owner",
                        Hop.UNKNOWN,
                        Given.seen("o1"));
        assertThat(graph(owns, standing("s1", PLANNER, MAIL)).reachOf(ALICE).all()).isEmpty();
    }

    @Test
    void ringsAreFoundAndSoIsOneWhoDelegatesToItself() {
        GrantGraph rings =
                graph(
                        root("d1", PLANNER, WORKER),
                        root("d2", WORKER, PLANNER),
                        root("d3", agent("alone"), agent("alone")),
                        root("d4", ALICE, PLANNER));
        assertThat(rings.rings())
                .containsExactlyInAnyOrder(Set.of(PLANNER, WORKER), Set.of(agent("alone")));
    }

    @Test
    void aRingOfTenThousandIsReadLikeAnyOther() {
        List<Grant> grants = new ArrayList<>();
        int size = 10_000;
        for (int n = 0; n < size; n++) {
            int above = (n + size - 1) % size;
            grants.add(below("d" + above, "d" + n, agent("a" + n), agent("a" + (n + 1) % size)));
        }
        GrantGraph ring = GrantGraph.of(grants);
        assertThat(ring.rings()).singleElement().satisfies(all -> assertThat(all).hasSize(size));
        Chain endless = ring.chainOf(grants.get(5));
        assertThat(endless.loops()).isTrue();
        assertThat(endless.hops()).hasSize(size);
        assertThat(ring.lineages().loops(77)).isTrue();
        assertThat(ring.reachOf(agent("a0")).all()).hasSize(size - 1);
        assertThat(ring.at(NOW).grants()).hasSize(size);
        assertThat(ring.chokePoints(agent("a0")).getFirst())
                .isEqualTo(new ChokePoint(agent("a0"), size - 1, 0));
    }

    @Test
    void aChainOfTenThousandHasItsDepth() {
        List<Grant> grants = new ArrayList<>();
        grants.add(root("d0", ALICE, agent("a0")));
        for (int n = 1; n < 10_000; n++) {
            grants.add(below("d" + (n - 1), "d" + n, agent("a" + (n - 1)), agent("a" + n)));
        }
        GrantGraph deep = GrantGraph.of(grants.reversed());
        assertThat(deep.chainOf(grants.getLast()).depth()).isEqualTo(10_000);
        assertThat(deep.lineages().depth(deep.lineages().row("d9999"))).isEqualTo(10_000);
        assertThat(deep.chainsFrom(ALICE, 5)).hasSize(1);
    }

    @Test
    void chokePointsAreThoseThatEveryWayGoesThrough() {
        Party gate = agent("gate");
        GrantGraph waisted =
                graph(
                        root("d1", ALICE, PLANNER),
                        root("d2", Party.user("bob"), WORKER),
                        below("d1", "d3", PLANNER, gate),
                        below("d2", "d4", WORKER, gate),
                        uses("u1", "d3", gate, MAIL),
                        uses("u2", "d3", gate, CRM));
        assertThat(waisted.chokePoints().getFirst()).isEqualTo(new ChokePoint(gate, 2, 2));
        assertThat(waisted.chokePoints())
                .extracting(ChokePoint::party)
                .containsExactly(gate, ALICE, Party.user("bob"));
    }

    @Test
    void whatIsBoundToItsParentEndsWithIt() {
        Grant parent = lasting(root("d1", ALICE, PLANNER), Duration.ofMinutes(5));
        Grant free = lasting(below("d1", "d2", PLANNER, WORKER), Duration.ofHours(1));
        Grant tool = uses("u1", "d1", PLANNER, MAIL);
        GrantGraph timed = graph(tool, free, parent);
        assertThat(timed.states(NOW)).containsExactly(State.LIVE, State.LIVE, State.LIVE);
        assertThat(timed.states(NOW.plus(Duration.ofMinutes(5))))
                .containsExactly(State.CUT_ABOVE, State.LIVE, State.EXPIRED);
        assertThat(ids(timed.at(NOW.plus(Duration.ofMinutes(5))).grants())).containsExactly("d2");
        assertThat(timed.state(tool, NOW.plus(Duration.ofMinutes(5)))).isEqualTo(State.CUT_ABOVE);
    }

    @Test
    void anUnknownEndIsNotTakenForOne() {
        Grant silent = root("d1", ALICE, PLANNER);
        GrantGraph unknown = graph(silent.with(silent.hop().with(Validity.UNKNOWN)));
        assertThat(unknown.states(NOW.plus(Duration.ofDays(900)))).containsExactly(State.UNKNOWN);
        assertThat(unknown.at(NOW.plus(Duration.ofDays(900))).grants()).hasSize(1);
    }

    @Test
    void whatWasWithdrawnCountsNoMore() {
        Grant cut = root("d1", ALICE, PLANNER);
        GrantGraph withdrawn = graph(cut.with(cut.hop().with(Validity.withdrawn(End.NEVER))));
        assertThat(withdrawn.states(NOW)).containsExactly(State.WITHDRAWN);
    }
}
