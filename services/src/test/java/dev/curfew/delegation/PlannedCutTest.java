package dev.curfew.delegation;

import static dev.curfew.delegation.Given.NOW;
import static dev.curfew.delegation.Given.agent;
import static dev.curfew.delegation.Given.below;
import static dev.curfew.delegation.Given.delegation;
import static dev.curfew.delegation.Given.graph;
import static dev.curfew.delegation.Given.ids;
import static dev.curfew.delegation.Given.root;
import static dev.curfew.delegation.Given.standing;
import static dev.curfew.delegation.Given.uses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.PlannedChange.Deny;
import dev.curfew.delegation.PlannedChange.Refuse;
import dev.curfew.delegation.PlannedChange.Shorten;
import dev.curfew.delegation.PlannedChange.TakeAway;
import dev.curfew.delegation.PlannedCut.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedCutTest {
    private static final Party ALICE = Party.user("alice");
    private static final Party PLANNER = agent("planner");
    private static final Party WORKER = agent("worker");
    private static final Party LONER = agent("loner");
    private static final Party MAIL = Party.tool("mail");
    private static final Party CRM = Party.tool("crm");

    /** d1 passes on to d2, which ends with it, and to d3, which does not. */
    private final GrantGraph graph =
            graph(
                    root("d1", ALICE, PLANNER),
                    delegation("d2", PLANNER, WORKER, Lineage.boundTo("d1")),
                    below("d1", "d3", PLANNER, LONER),
                    uses("u1", "d1", PLANNER, MAIL),
                    uses("u2", "d2", WORKER, CRM),
                    uses("u3", "d3", LONER, CRM),
                    standing("s1", PLANNER, MAIL));

    @Test
    void whatEndsAndWhatGoesOnIsToldApart() {
        PlannedCut plan = PlannedCut.of(graph, List.of(new TakeAway("d1")), NOW);
        assertThat(ids(plan.ended())).containsExactly("d1", "d2", "u1", "u2");
        assertThat(ids(plan.goesOn())).containsExactly("d3", "u3");
        assertThat(plan.lost()).containsExactly(new Right(WORKER, CRM));
        assertThat(plan.kept()).as("by a standing right").containsExactly(new Right(PLANNER, MAIL));
    }

    @Test
    void whoCanStillActIsToldApartFromWhoCanNot() {
        PlannedCut plan = PlannedCut.of(graph, List.of(new TakeAway("d1")), NOW);
        assertThat(plan.stopped()).as("alice never could: she lets others").containsExactly(WORKER);
        assertThat(plan.remaining()).containsExactly(PLANNER);
        assertThat(plan.wayLeft(PLANNER)).contains(graph.grant("s1").orElseThrow());
        assertThat(plan.wayLeft(WORKER)).isEmpty();
        PlannedCut more =
                PlannedCut.of(graph, List.of(new TakeAway("d1"), new TakeAway("s1")), NOW);
        assertThat(more.stopped()).containsExactly(PLANNER, WORKER);
        assertThat(more.remaining()).isEmpty();
    }

    @Test
    void whatEveryoneHasKeepsEachOfThemActing() {
        GrantGraph open =
                graph(
                        root("d1", ALICE, WORKER),
                        standing("all", Party.agent("*"), MAIL),
                        standing("s1", LONER, CRM));
        PlannedCut plan = PlannedCut.of(open, List.of(new TakeAway("d1")), NOW);
        assertThat(plan.stopped()).isEmpty();
        assertThat(plan.remaining()).containsExactly(WORKER);
        assertThat(
                        PlannedCut.of(open, List.of(new TakeAway("d1"), new TakeAway("all")), NOW)
                                .stopped())
                .containsExactly(Party.agent("*"), WORKER);
    }

    @Test
    void whoIsRefusedCanNotActAndWhatItPassedOnGoesOn() {
        PlannedCut plan =
                PlannedCut.of(
                        graph, List.of(new Refuse("d1"), new Refuse("u1"), new Refuse("s1")), NOW);
        assertThat(ids(plan.ended())).containsExactly("d1", "u1", "s1");
        assertThat(ids(plan.goesOn())).containsExactly("d2", "d3", "u2", "u3");
        assertThat(plan.stopped()).containsExactly(PLANNER);
        assertThat(plan.lost()).containsExactly(new Right(PLANNER, MAIL));
    }

    @Test
    void nothingIsChangedByLooking() {
        PlannedCut.of(graph, List.of(new TakeAway("d1"), new Deny(PLANNER)), NOW);
        assertThat(graph.at(NOW).grants()).hasSize(7);
    }

    @Test
    void anEarlierEndIsSeenAtItsTimeAndALaterOneChangesNothing() {
        Instant soon = NOW.plus(Duration.ofMinutes(5));
        Shorten earlier = new Shorten("d2", soon);
        assertThat(PlannedCut.of(graph, List.of(earlier), NOW).ended()).isEmpty();
        assertThat(ids(PlannedCut.of(graph, List.of(earlier), soon).ended()))
                .containsExactly("d2", "u2");
        Instant late = NOW.plus(Duration.ofMinutes(59));
        Shorten later = new Shorten("d2", NOW.plus(Duration.ofDays(3)));
        assertThat(PlannedCut.of(graph, List.of(later), late).ended()).isEmpty();
        assertThat(
                        PlannedCut.of(graph, List.of(later), NOW.plus(Duration.ofHours(1)))
                                .after()
                                .grant("d2"))
                .as("its own end stays")
                .isEmpty();
    }

    @Test
    void whoIsDeniedEverythingHasNothingAndGivesNothing() {
        PlannedCut plan = PlannedCut.of(graph, List.of(new Deny(PLANNER)), NOW);
        assertThat(plan.after().reachOf(ALICE).all()).isEmpty();
        assertThat(plan.after().grants()).isEmpty();
        assertThat(plan.kept()).isEmpty();
    }

    @Test
    void theHighestHopIsCutFirst() {
        assertThat(Cut.highestFirst(graph, List.of("u2", "d3", "d2", "gone", "d1", "d2")))
                .containsExactly(
                        new Cut(graph.grant("d1").orElseThrow(), false),
                        new Cut(graph.grant("d2").orElseThrow(), true),
                        new Cut(graph.grant("d3").orElseThrow(), false),
                        new Cut(graph.grant("u2").orElseThrow(), true));
    }

    @Test
    void whatOnlySeemsToHangOnACutIsNotSaidToEnd() {
        assertThat(Cut.highestFirst(graph, List.of("u3", "d1")))
                .extracting(Cut::endsAnyway)
                .containsExactly(false, false);
    }

    @Test
    void aRingIsCutInTheOrderOfItsNames() {
        GrantGraph ring =
                graph(
                        delegation("b", PLANNER, WORKER, Lineage.boundTo("a")),
                        delegation("a", WORKER, PLANNER, Lineage.boundTo("b")));
        assertThat(Cut.highestFirst(ring, List.of("b", "a")))
                .containsExactly(
                        new Cut(ring.grant("a").orElseThrow(), false),
                        new Cut(ring.grant("b").orElseThrow(), false));
    }
}
