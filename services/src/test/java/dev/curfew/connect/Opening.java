package dev.curfew.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.TrustDomain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Opens channels as tests want them. */
final class Opening {
    static final Secrets NO_SECRETS =
            (reference, purpose) ->
                    Outcome.failed(Reason.CREDENTIAL_UNREADABLE, purpose, "no secrets here");

    /** Long enough for a busy machine. */
    static final Duration PATIENT = Duration.ofSeconds(30);

    /** Where the failure is the wait. */
    static final Duration SHORT = Duration.ofMillis(700);

    private Opening() {}

    static ConnectionProfile socket(Path socket, String trustDomain) {
        return new ConnectionProfile(
                "test",
                new ServerAddress.UnixSocket(socket),
                new Credentials.LocalSocket(),
                Optional.of(TrustDomain.parse(trustDomain)),
                ServerTimings.SPIRE_DEFAULTS);
    }

    static ConnectionProfile tcp(int port, Credentials credentials) {
        return tcp("127.0.0.1", port, credentials);
    }

    static ConnectionProfile tcp(String host, int port, Credentials credentials) {
        return new ConnectionProfile(
                "test",
                new ServerAddress.Tcp(host, port),
                credentials,
                Optional.of(TrustDomain.parse("example.org")),
                ServerTimings.SPIRE_DEFAULTS);
    }

    static SpireChannel open(ConnectionProfile profile) {
        return opened(SpireChannels.open(profile, NO_SECRETS, PATIENT));
    }

    static SpireChannel opened(Outcome<SpireChannel> outcome) {
        return switch (outcome) {
            case Outcome.Ok<SpireChannel>(var channel) -> channel;
            case Outcome.Failed<SpireChannel>(var failure) -> throw new AssertionError(failure);
        };
    }

    static Failure refused(ConnectionProfile profile) {
        return refused(profile, PATIENT);
    }

    static Failure refused(ConnectionProfile profile, Duration patience) {
        Outcome<SpireChannel> outcome = SpireChannels.open(profile, NO_SECRETS, patience);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<SpireChannel>) outcome).failure();
    }
}
