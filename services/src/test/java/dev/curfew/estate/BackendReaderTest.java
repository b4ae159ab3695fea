package dev.curfew.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BackendReaderTest {
    private final FakeBackend backend = new FakeBackend();
    private Instant now = FakeBackend.NOW;
    private BackendEstate known = BackendEstate.unknown(FakeBackend.profile(PolicyKind.OPENFGA));

    private BackendReader reader(PolicyProfile profile) {
        return new BackendReader(
                profile,
                _ -> Outcome.ok(backend),
                () -> now,
                (BackendReader _, UnaryOperator<BackendEstate> change) ->
                        known = change.apply(known));
    }

    @Test
    void oneThatFallsSilentIsDownSinceThenAndKeepsWhatWasRead() {
        BackendReader reader = reader(FakeBackend.profile(PolicyKind.OPENFGA));
        backend.kept.add(FakeBackend.standing("acme.test/planner"));
        reader.connectAndRead();
        assertThat(known.link()).isEqualTo(new Link.Up(Duration.ofMillis(1), now));
        assertThat(known.grants().isWhole()).isTrue();
        backend.silence = Optional.of(FakeBackend.lost());
        Instant fell = now.plusSeconds(10);
        now = fell;
        reader.ping();
        now = now.plusSeconds(10);
        reader.connectAndRead();
        assertThat(known.link()).isEqualTo(new Link.Down(FakeBackend.lost(), fell));
        assertThat(known.grants().value().relationships()).hasSize(1);
        backend.silence = Optional.empty();
        reader.ping();
        assertThat(known.link()).isInstanceOf(Link.Up.class);
    }

    @Test
    void whatLogsEachQuestionIsNotAskedByTheClock() {
        BackendReader reader = reader(FakeBackend.profile(PolicyKind.EXT_AUTHZ));
        reader.ping();
        reader.connectAndRead();
        assertThat(backend.pings).isEqualTo(1);
        reader.ping();
        assertThat(backend.pings).isEqualTo(1);
    }

    @Test
    void aMappingThatCanNotBeReadFailsTheReadingAndNotTheConnection() {
        backend.kept.add(FakeBackend.standing("acme.test/planner"));
        reader(
                        FakeBackend.profile(PolicyKind.OPENFGA)
                                .mappedBy(Optional.of(Path.of("/nowhere/mapping.yaml"))))
                .connectAndRead();
        assertThat(known.link()).isInstanceOf(Link.Up.class);
        assertThat(known.grants().state()).isEqualTo(Reading.State.FAILED);
        assertThat(known.grants().failure().orElseThrow().reason())
                .isEqualTo(Reason.FILE_UNREADABLE);
    }
}
