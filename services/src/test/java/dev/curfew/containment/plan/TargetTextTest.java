package dev.curfew.containment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTextTest {
    static Stream<ContainmentTarget> targets() {
        SpiffeId id = SpiffeId.parse("spiffe://acme.test/agent/planner");
        return Stream.of(
                new ContainmentTarget.Identities(List.of(id)),
                new ContainmentTarget.Entries(List.of("1", "a b"), "two entries"),
                new ContainmentTarget.NodeWithWorkloads(id),
                new ContainmentTarget.ChainRoot(id),
                new ContainmentTarget.Matching("ttl>1h -admin:true"));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatIsWrittenIsReadAgain(ContainmentTarget target) {
        assertThat(TargetText.read(TargetText.write(target))).isEqualTo(Outcome.ok(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[1]", "{\"node\":\"no id\"}", "{\"node\":"})
    void nonsenseIsNoTarget(String text) {
        assertThat(TargetText.read(text))
                .isEqualTo(
                        Outcome.failed(Reason.INVALID_INPUT, "the target", "it names no target"));
    }
}
