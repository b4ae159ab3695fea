package dev.curfew.connect;

import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.BundleMask;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** Opens connections to SPIRE servers. Blocks: for virtual threads. */
public final class SpireChannels {
    /** For the Workload API's first answer, and again for the server's. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private SpireChannels() {}

    /**
     * Connects, proves who the server is, and reads its trust domain: what comes back has been seen
     * to work. Otherwise one of NOTHING_LISTENING to WORKLOAD_API_FAILED in {@link Reason}. Takes
     * some 20 seconds at most, plus what an operator needs to type a passphrase.
     */
    public static Outcome<SpireChannel> open(ConnectionProfile profile, Secrets secrets) {
        return open(profile, secrets, PATIENCE);
    }

    /**
     * The same with another patience.
     *
     * @param patience for each of the Workload API's and the server's first answer
     */
    public static Outcome<SpireChannel> open(
            ConnectionProfile profile, Secrets secrets, Duration patience) {
        return switch (profile.address()) {
            case ServerAddress.UnixSocket socket -> local(profile, socket, patience);
            case ServerAddress.Tcp tcp ->
                    CredentialSources.open(profile.credentials(), secrets, patience)
                            .then(source ->
                                    closing(source, overTcp(profile, tcp, source, patience)));
        };
    }

    private static Outcome<SpireChannel> local(
            ConnectionProfile profile, ServerAddress.UnixSocket socket, Duration patience) {
        Optional<Failure> missing = Sockets.check(socket);
        return missing.isPresent()
                ? Outcome.failed(missing.get())
                : greet(profile, Transports.local(socket), new Security.Socket(), patience);
    }

    private static Outcome<SpireChannel> overTcp(
            ConnectionProfile profile,
            ServerAddress.Tcp tcp,
            CredentialSource source,
            Duration patience) {
        return SvidKeyManager.usable(source, tcp.display())
                .then(svid -> {
                    TrustDomain expected = profile.trustDomain().orElse(svid.id().getTrustDomain());
                    return source.authorities(expected)
                            .then(_ ->
                                    greet(
                                            profile,
                                            tcp,
                                            new Security.MutualTls(source, expected, tcp),
                                            patience));
                });
    }

    private static Outcome<SpireChannel> greet(
            ConnectionProfile profile,
            ServerAddress.Tcp tcp,
            Security.MutualTls security,
            Duration patience) {
        try {
            return greet(
                    profile,
                    Transports.mutualTls(tcp, security.keys, security.trust),
                    security,
                    patience);
        } catch (SSLException e) {
            return Outcome.failed(StatusFailures.unexpected(e, tcp.display()));
        } catch (IllegalArgumentException e) {
            // gRPC's own idea of a host: no underscores, for one.
            return Outcome.failed(Reason.INVALID_TARGET, tcp.display(), Causes.text(e));
        }
    }

    /** The bundle is the one thing that every SPIRE server tells everyone. */
    private static Outcome<SpireChannel> greet(
            ConnectionProfile profile,
            ManagedChannel channel,
            Security security,
            Duration patience) {
        Outcome<TrustDomain> answer = askTrustDomain(profile, channel, security, patience);
        return switch (answer) {
            case Outcome.Ok<TrustDomain>(var found) ->
                    Outcome.ok(new SpireChannel(profile, channel, security, found));
            case Outcome.Failed<TrustDomain>(var failure) -> {
                channel.shutdownNow();
                yield Outcome.failed(failure);
            }
        };
    }

    private static Outcome<TrustDomain> askTrustDomain(
            ConnectionProfile profile,
            ManagedChannel channel,
            Security security,
            Duration patience) {
        CallContext call = CallContext.of(profile.address(), BundleGrpc.getGetBundleMethod());
        try {
            Bundle bundle =
                    ClientCalls.blockingUnaryCall(
                            channel,
                            BundleGrpc.getGetBundleMethod(),
                            CallOptions.DEFAULT.withDeadlineAfter(
                                    patience.toMillis(), TimeUnit.MILLISECONDS),
                            GetBundleRequest.newBuilder()
                                    .setOutputMask(BundleMask.getDefaultInstance())
                                    .build());
            return switch (SpiffeIds.parseTrustDomain(bundle.getTrustDomain())) {
                case Outcome.Ok<TrustDomain>(var found) -> expected(profile, security, found);
                case Outcome.Failed<TrustDomain>(var failure) ->
                        Outcome.failed(
                                Reason.NOT_GRPC,
                                call.target(),
                                "its bundle is of no trust domain: " + failure.detail());
            };
        } catch (StatusRuntimeException e) {
            return Outcome.failed(whyNoGreeting(e, call, security));
        }
    }

    private static Outcome<TrustDomain> expected(
            ConnectionProfile profile, Security security, TrustDomain found) {
        Optional<TrustDomain> wanted = security.proven().or(profile::trustDomain);
        return wanted.isEmpty() || wanted.get().equals(found)
                ? Outcome.ok(found)
                : Outcome.failed(
                        Reason.WRONG_TRUST_DOMAIN,
                        profile.address().display(),
                        "It serves " + found.getName() + ", not " + wanted.get().getName());
    }

    private static Failure whyNoGreeting(
            StatusRuntimeException thrown, CallContext call, Security security) {
        Failure failure = security.explain(thrown, call);
        // Every SPIRE server has GetBundle, so a gRPC server without it is something else.
        return failure.reason() == Reason.OLDER_SERVER
                ? new Failure(Reason.NOT_GRPC, call.target(), failure.detail())
                : failure;
    }

    private static Outcome<SpireChannel> closing(
            CredentialSource source, Outcome<SpireChannel> opened) {
        if (opened instanceof Outcome.Failed<SpireChannel>) {
            source.close();
        }
        return opened;
    }
}
