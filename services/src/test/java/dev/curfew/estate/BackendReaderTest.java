package dev.curfew.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.SecretRef;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
        assertThat(known.link())
                .isEqualTo(
                        new Link.Down(FakeBackend.lost(), fell, Optional.of(now.plusSeconds(10))));
        assertThat(known.grants().value().relationships()).hasSize(1);
        backend.silence = Optional.empty();
        reader.ping();
        reader.retry();
        assertThat(known.link()).as("it is not time yet").isInstanceOf(Link.Down.class);
        now = now.plusSeconds(10);
        reader.retry();
        assertThat(known.link()).isInstanceOf(Link.Up.class);
        assertThat(known.grants().readAt()).as("nothing is read anew").contains(FakeBackend.NOW);
    }

    @Test
    void oneThatIsDownFromTheStartIsTriedAgainEverMoreRarelyAndThenRead() {
        AtomicInteger opened = new AtomicInteger();
        AtomicReference<Outcome<PolicyBackend>> answer =
                new AtomicReference<>(Outcome.failed(FakeBackend.lost()));
        BackendReader reader =
                new BackendReader(
                        FakeBackend.profile(PolicyKind.OPENFGA),
                        _ -> {
                            opened.incrementAndGet();
                            return answer.get();
                        },
                        () -> now,
                        (BackendReader _, UnaryOperator<BackendEstate> change) ->
                                known = change.apply(known));
        backend.kept.add(FakeBackend.standing("acme.test/planner"));
        reader.connectAndRead();
        for (int wait : List.of(5, 10, 20, 40, 60, 60)) {
            assertThat(known.link())
                    .isEqualTo(
                            new Link.Down(
                                    FakeBackend.lost(),
                                    FakeBackend.NOW,
                                    Optional.of(now.plusSeconds(wait))));
            int before = opened.get();
            now = now.plusSeconds(wait - 1);
            reader.retry();
            assertThat(opened).as("one second early").hasValue(before);
            now = now.plusSeconds(1);
            reader.retry();
            assertThat(opened).hasValue(before + 1);
        }
        answer.set(Outcome.ok(backend));
        now = now.plusSeconds(60);
        reader.retry();
        assertThat(known.link()).isEqualTo(new Link.Up(Duration.ofMillis(1), now));
        assertThat(known.grants().value().relationships()).hasSize(1);
        reader.retry();
        assertThat(opened).as("nothing is tried that is there").hasValue(8);
    }

    @Test
    void aRefusalIsNotTriedAgainAndNobodyIsAskedForASecretByTheClock() {
        BackendReader refused =
                new BackendReader(
                        FakeBackend.profile(PolicyKind.OPENFGA),
                        _ -> Outcome.failed(Reason.BACKEND_KEY_REFUSED, "authz", ""),
                        () -> now,
                        (BackendReader _, UnaryOperator<BackendEstate> change) ->
                                known = change.apply(known));
        refused.connectAndRead();
        assertThat(((Link.Down) known.link()).nextAttempt()).isEmpty();
        PolicyProfile profile = FakeBackend.profile(PolicyKind.OPENFGA);
        BackendReader asking =
                new BackendReader(
                        PolicyProfile.of(
                                "asking",
                                profile.target(),
                                profile.tls(),
                                new Key.Bearer(new SecretRef.Prompt())),
                        _ -> Outcome.failed(FakeBackend.lost()),
                        () -> now,
                        (BackendReader _, UnaryOperator<BackendEstate> change) ->
                                known = change.apply(known));
        asking.connectAndRead();
        assertThat(((Link.Down) known.link()).nextAttempt()).isEmpty();
    }

    @Test
    void itsVersionIsWhatItToldLast() {
        BackendReader reader = reader(FakeBackend.profile(PolicyKind.CERBOS));
        reader.connectAndRead();
        assertThat(known.version()).isEmpty();
        backend.version = Optional.of("0.55.0");
        reader.ping();
        assertThat(known.version()).contains("0.55.0");
        backend.silence = Optional.of(FakeBackend.lost());
        reader.ping();
        assertThat(known.version()).as("of the last answer").contains("0.55.0");
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
