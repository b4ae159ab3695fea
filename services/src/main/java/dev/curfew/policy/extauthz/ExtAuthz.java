package dev.curfew.policy.extauthz;

import dev.curfew.connect.BackendChannel;
import dev.curfew.connect.BackendChannels;
import dev.curfew.connect.BackendConnection;
import dev.curfew.connect.Secrets;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.wire.extauthz.AuthorizationGrpc;
import dev.curfew.wire.extauthz.CheckRequest;
import dev.curfew.wire.extauthz.CheckResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Opens what answers a gateway's questions, such as OPA beside Envoy. */
public final class ExtAuthz {
    private ExtAuthz() {}

    /** Connects with a question about nobody: whatever it decides, it answers. Blocks. */
    public static Outcome<PolicyBackend> open(
            PolicyProfile profile, Secrets secrets, Clock clock, Duration deadline) {
        return BackendChannels.open(profile.connection(), secrets, _ -> Optional.empty(), deadline)
                .then(channel -> {
                    return switch (greet(channel)) {
                        case Outcome.Ok<CheckResponse> _ ->
                                Outcome.ok(
                                        new ExtAuthzBackend(
                                                profile.target(),
                                                warnings(profile),
                                                channel,
                                                clock));
                        case Outcome.Failed<CheckResponse>(var failure) -> {
                            channel.close();
                            yield Outcome.failed(notExtAuthz(failure, channel));
                        }
                    };
                });
    }

    static Outcome<CheckResponse> greet(BackendChannel channel) {
        return channel.read(
                AuthorizationGrpc.getCheckMethod(),
                CheckRequest.getDefaultInstance(),
                channel.target());
    }

    private static Failure notExtAuthz(Failure failure, BackendChannel channel) {
        return failure.reason() == Reason.OLDER_SERVER
                ? new Failure(Reason.NOT_A_BACKEND, channel.target(), failure.detail())
                : failure;
    }

    private static List<PolicyWarning> warnings(PolicyProfile profile) {
        BackendConnection connection = profile.connection();
        return connection.tls() instanceof BackendConnection.Tls.Plaintext
                        && !connection.staysOnThisMachine()
                ? List.of(PolicyWarning.PLAINTEXT)
                : List.of();
    }
}
