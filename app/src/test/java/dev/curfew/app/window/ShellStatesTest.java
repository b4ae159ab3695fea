package dev.curfew.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.Arming;
import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.ServerAddress;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Estate;
import dev.curfew.estate.GrantView;
import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.text.Texts;
import dev.curfew.views.shell.ConnectionState;
import dev.curfew.views.shell.Health;
import dev.curfew.views.shell.ShellState;
import dev.curfew.views.shell.ShellState.OldSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShellStatesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Texts TEXTS = Texts.load("dev.curfew.app.text.app", Locale.ROOT);
    private final Arming arming = new Arming(() -> NOW);

    private static BackendEstate backend(
            String name, Set<PolicyCapability> capabilities, Instant readAt) {
        return new BackendEstate(
                PolicyProfile.of(
                        name,
                        new PolicyTarget(
                                PolicyKind.OPENFGA,
                                new ServerAddress.Tcp("localhost", 8081),
                                Optional.empty()),
                        new Tls.Plaintext(),
                        new Key.None()),
                new Link.Up(Duration.ofMillis(3), NOW),
                capabilities,
                List.of(),
                Reading.never(GrantView.NONE).complete(GrantView.NONE, readAt));
    }

    @Test
    void policyBackendsAreInTheFrameWithHealthAgeAndArming() {
        Instant old = NOW.minusSeconds(300);
        arming.arm("policies", Arming.DEFAULT);
        ShellState state =
                ShellStates.of(
                        new Estate(
                                List.of(),
                                List.of(
                                        backend("policies", Set.of(PolicyCapability.END), NOW),
                                        backend("gateway", Set.of(PolicyCapability.CHECK), old))),
                        Optional.empty(),
                        arming,
                        TEXTS);
        assertThat(state.connections())
                .containsExactly(
                        new ConnectionState(
                                "policies",
                                "",
                                Health.UP,
                                Optional.empty(),
                                Optional.of(Duration.ofMillis(3)),
                                Optional.of(NOW.plus(Arming.DEFAULT)),
                                ""),
                        new ConnectionState(
                                "gateway",
                                "",
                                Health.UP,
                                Optional.empty(),
                                Optional.of(Duration.ofMillis(3)),
                                Optional.empty(),
                                "it only decides"));
        assertThat(state.dataReadAt()).contains(NOW);
        assertThat(state.oldest()).contains(new OldSource("gateway", old));
    }
}
