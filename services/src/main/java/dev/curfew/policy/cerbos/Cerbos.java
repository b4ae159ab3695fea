package dev.curfew.policy.cerbos;

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
import dev.curfew.wire.cerbos.request.ListPoliciesRequest;
import dev.curfew.wire.cerbos.request.ServerInfoRequest;
import dev.curfew.wire.cerbos.response.ListPoliciesResponse;
import dev.curfew.wire.cerbos.response.ServerInfoResponse;
import dev.curfew.wire.cerbos.svc.CerbosAdminServiceGrpc;
import dev.curfew.wire.cerbos.svc.CerbosServiceGrpc;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Opens a Cerbos server. */
public final class Cerbos {
    private static final char[] SHIPPED_PASSWORD = "cerbosAdmin".toCharArray();

    private Cerbos() {}

    /**
     * Connects, and finds out whether policies can be looked at. Blocks. Without an admin key there
     * are decisions alone.
     */
    public static Outcome<PolicyBackend> open(
            PolicyProfile profile, Secrets secrets, Clock clock, Duration deadline) {
        return BackendChannels.open(profile.connection(), secrets, new CerbosAnswers(), deadline)
                .then(decisions -> {
                    Outcome<PolicyBackend> opened =
                            greet(decisions)
                                    .then(_ ->
                                            withAdmin(
                                                    profile, secrets, clock, deadline, decisions));
                    if (opened instanceof Outcome.Failed<PolicyBackend>) {
                        decisions.close();
                    }
                    return opened;
                });
    }

    static Outcome<ServerInfoResponse> greet(BackendChannel channel) {
        Outcome<ServerInfoResponse> answer =
                channel.read(
                        CerbosServiceGrpc.getServerInfoMethod(),
                        ServerInfoRequest.getDefaultInstance(),
                        channel.target());
        return answer instanceof Outcome.Failed<ServerInfoResponse>(var failure)
                        && failure.reason() == Reason.OLDER_SERVER
                ? Outcome.failed(
                        new Failure(Reason.NOT_A_BACKEND, channel.target(), failure.detail()))
                : answer;
    }

    private static Outcome<PolicyBackend> withAdmin(
            PolicyProfile profile,
            Secrets secrets,
            Clock clock,
            Duration deadline,
            BackendChannel decisions) {
        List<PolicyWarning> warnings = new ArrayList<>();
        BackendConnection connection = profile.connection();
        if (connection.tls() instanceof BackendConnection.Tls.Plaintext
                && !connection.staysOnThisMachine()) {
            warnings.add(PolicyWarning.PLAINTEXT);
        }
        if (!(profile.adminKey() instanceof BackendConnection.Key.Basic)) {
            return Outcome.ok(
                    new CerbosBackend(
                            profile.target(), warnings, decisions, Optional.empty(), false, clock));
        }
        AtomicBoolean shipped = new AtomicBoolean();
        Secrets noticing =
                (reference, purpose) ->
                        secrets.read(reference, purpose)
                                .map(password -> {
                                    shipped.set(Arrays.equals(password, SHIPPED_PASSWORD));
                                    return password;
                                });
        return BackendChannels.open(
                        profile.adminConnection(), noticing, new CerbosAnswers(), deadline)
                .then(admin -> {
                    if (shipped.get()) {
                        warnings.add(PolicyWarning.DEFAULT_PASSWORD);
                    }
                    return switch (policies(admin)) {
                        case Outcome.Ok<List<String>> _ ->
                                Outcome.ok(
                                        new CerbosBackend(
                                                profile.target(),
                                                warnings,
                                                decisions,
                                                Optional.of(admin),
                                                DecisionLog.isKept(admin),
                                                clock));
                        case Outcome.Failed<List<String>>(var failure) -> {
                            admin.close();
                            // Switched off: that is how it ships.
                            yield failure.reason() == Reason.OLDER_SERVER
                                    ? Outcome.ok(
                                            new CerbosBackend(
                                                    profile.target(),
                                                    warnings,
                                                    decisions,
                                                    Optional.empty(),
                                                    false,
                                                    clock))
                                    : Outcome.failed(failure);
                        }
                    };
                });
    }

    /** All names, those of disabled ones too. */
    static Outcome<List<String>> policies(BackendChannel admin) {
        return admin.read(
                        CerbosAdminServiceGrpc.getListPoliciesMethod(),
                        ListPoliciesRequest.newBuilder().setIncludeDisabled(true).build(),
                        admin.target())
                .map(ListPoliciesResponse::getPolicyIdsList)
                .map(List::copyOf);
    }
}
