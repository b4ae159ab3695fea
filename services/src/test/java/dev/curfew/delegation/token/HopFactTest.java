package dev.curfew.delegation.token;

import static dev.curfew.delegation.Given.NOW;
import static dev.curfew.delegation.Given.agent;
import static dev.curfew.delegation.Given.graph;
import static dev.curfew.delegation.Given.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Source;
import dev.curfew.delegation.Validity;
import java.util.List;
import org.junit.jupiter.api.Test;

class HopFactTest {
    private static final Grant KEPT = root("d1", Party.user("alice"), agent("planner"));
    private static final Grant CLAIM =
            new Grant(
                    "token j1 1",
                    Grant.Kind.DELEGATES,
                    KEPT.from(),
                    KEPT.to(),
                    "act",
                    KEPT.hop(),
                    Source.observed(Source.Kind.TOKEN, "t.jwt", "j1", NOW));

    @Test
    void aBackendThatKeepsTheSameConfirmsIt() {
        assertThat(HopFact.of(List.of(CLAIM), graph(KEPT), NOW))
                .containsExactly(new HopFact.Confirmed(CLAIM, List.of(KEPT)));
    }

    @Test
    void whatEndedConfirmsNothing() {
        Grant ended = KEPT.with(KEPT.hop().with(Validity.until(End.at(NOW))));
        assertThat(HopFact.of(List.of(CLAIM), graph(ended), NOW))
                .containsExactly(new HopFact.Claimed(CLAIM));
    }

    @Test
    void aTokenDoesNotConfirmATokenAndAnotherPairConfirmsNothing() {
        Grant other = root("d2", Party.user("bob"), agent("planner"));
        assertThat(HopFact.of(List.of(CLAIM), graph(CLAIM, other), NOW))
                .containsExactly(new HopFact.Claimed(CLAIM));
    }
}
