package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The connection to one SPIRE server. Connections below it come and go (the server ends each after
 * three minutes, an idle one is given up after five); calls do not see that, and each new one shows
 * the newest SVID.
 *
 * <p>Any thread. {@link #call} and {@link #failure} block: they are for virtual threads.
 */
public final class SpireChannel implements AutoCloseable {
    private static final long CLOSE_SECONDS = 2;

    private final ConnectionProfile profile;
    private final ManagedChannel channel;
    private final Security security;
    private final TrustDomain trustDomain;

    SpireChannel(
            ConnectionProfile profile,
            ManagedChannel channel,
            Security security,
            TrustDomain trustDomain) {
        this.profile = profile;
        this.channel = channel;
        this.security = security;
        this.trustDomain = trustDomain;
    }

    public ConnectionProfile profile() {
        return profile;
    }

    /**
     * By the server's own socket; otherwise over TCP, where Debug, Logger and health are missing.
     */
    public boolean local() {
        return profile.address() instanceof ServerAddress.UnixSocket;
    }

    /** The server's, read when the channel was opened and held against the profile's. */
    public TrustDomain trustDomain() {
        return trustDomain;
    }

    /** Who Curfew is there; empty on the local socket. */
    public Optional<SpiffeId> ownId() {
        return security.own().map(OwnSvid::id);
    }

    /** Until when the SVID lasts that the next connection would show. */
    public Optional<Instant> ownExpiry() {
        return security.own().map(OwnSvid::expiresAt);
    }

    /** Who answered in the newest handshake; empty on the local socket, where nothing proves it. */
    public Optional<ServerSeen> server() {
        return security.server();
    }

    /** For generated stubs and streams. Every call needs a deadline of its own. */
    public Channel grpc() {
        return channel;
    }

    /** One request, one answer, or the failure in our words; it concerns the method. */
    public <Q, A> Outcome<A> call(MethodDescriptor<Q, A> method, Q request, Duration deadline) {
        return call(method, request, deadline, CallContext.of(profile.address(), method));
    }

    /**
     * The same, where a refusal concerns something with a name.
     *
     * @param subject the entry, node or bundle that the call is about
     */
    public <Q, A> Outcome<A> call(
            MethodDescriptor<Q, A> method, Q request, Duration deadline, String subject) {
        return call(
                method,
                request,
                deadline,
                CallContext.of(profile.address(), method).about(subject));
    }

    private <Q, A> Outcome<A> call(
            MethodDescriptor<Q, A> method, Q request, Duration deadline, CallContext context) {
        CallOptions options =
                CallOptions.DEFAULT.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return Outcome.ok(ClientCalls.blockingUnaryCall(channel, method, options, request));
        } catch (StatusRuntimeException e) {
            return Outcome.failed(security.explain(e, context));
        }
    }

    /** Why a call failed that was made through {@link #grpc}. May block for some seconds. */
    public Failure failure(Throwable thrown, MethodDescriptor<?, ?> method) {
        return security.explain(thrown, CallContext.of(profile.address(), method));
    }

    /**
     * The same for a method by its full name, such as {@code
     * spire.api.server.entry.v1.Entry/GetEntry}.
     */
    public Failure failure(Throwable thrown, String method) {
        return security.explain(thrown, CallContext.of(profile.address(), method));
    }

    /** The same, about a thing with a name. */
    public Failure failure(Throwable thrown, MethodDescriptor<?, ?> method, String subject) {
        return security.explain(thrown, CallContext.of(profile.address(), method).about(subject));
    }

    /** Tries at once where the channel would still wait after a failed attempt. */
    public void reconnectNow() {
        channel.resetConnectBackoff();
    }

    /** Ends calls in flight, and forgets the key. Waits two seconds at most. */
    @Override
    public void close() {
        channel.shutdownNow();
        try {
            channel.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            security.close();
        }
    }

    @Override
    public String toString() {
        return profile.address().display() + " of " + trustDomain.getName();
    }
}
