package dev.curfew.peers.experiment;

import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.Selector;
import dev.curfew.peers.RealAgent;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.spiffe.bundle.x509bundle.X509Bundle;
import io.spiffe.exception.X509BundleException;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.workloadapi.grpc.SpiffeWorkloadAPIGrpc;
import io.spiffe.workloadapi.grpc.SpiffeWorkloadAPIGrpc.SpiffeWorkloadAPIBlockingStub;
import io.spiffe.workloadapi.grpc.Workload.JWTSVIDRequest;
import io.spiffe.workloadapi.grpc.Workload.ValidateJWTSVIDRequest;
import io.spiffe.workloadapi.grpc.Workload.X509SVID;
import io.spiffe.workloadapi.grpc.Workload.X509SVIDRequest;
import io.spiffe.workloadapi.grpc.Workload.X509SVIDResponse;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * This process as a workload of one agent, and that agent: it may have every identity that is meant
 * for its user, and keeps all it gets. Any thread.
 */
final class Workload implements AutoCloseable {
    private static final Metadata.Key<String> SECURITY_HEADER =
            Metadata.Key.of("workload.spiffe.io", Metadata.ASCII_STRING_MARSHALLER);
    private static final long PATIENCE_SECONDS = 10;
    private static final long PAUSE_MILLIS = 100;

    private final RealAgent agent;
    private final int uid;
    private final ManagedChannel channel;
    private final SpiffeWorkloadAPIBlockingStub stub;
    private final Map<SpiffeId, Holding> holdings = new ConcurrentHashMap<>();
    private final AtomicReference<X509Bundle> bundle = new AtomicReference<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Workload(RealAgent agent, int uid) {
        this.agent = agent;
        this.uid = uid;
        this.channel =
                Grpc.newChannelBuilder(agent.endpoint(), InsecureChannelCredentials.create())
                        .proxyDetector(target -> null)
                        .build();
        Metadata headers = new Metadata();
        headers.put(SECURITY_HEADER, "true");
        this.stub =
                SpiffeWorkloadAPIGrpc.newBlockingStub(channel)
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    RealAgent agent() {
        return agent;
    }

    void start() {
        Thread.ofVirtual().name("workload").start(this::watch);
    }

    EntryDraft draft(String path, int x509Seconds, int jwtSeconds) {
        return EntryDraft.plain(
                id(path),
                agent.nodeId(),
                List.of(new Selector("unix", "uid:" + uid)),
                x509Seconds,
                jwtSeconds);
    }

    SpiffeId id(String path) {
        return SpiffeId.parse("spiffe://" + agent.nodeId().getTrustDomain().getName() + path);
    }

    Holding holding(SpiffeId id) {
        return holdings.computeIfAbsent(id, _ -> new Holding());
    }

    /** The newest bundle of the agent; empty before its first answer. */
    Optional<X509Bundle> bundle() {
        return Optional.ofNullable(bundle.get());
    }

    /** A token for an audience, kept; empty: the agent gave none. */
    Optional<Token> ask(SpiffeId id, String audience) {
        Instant askedAt = Instant.now();
        try {
            String token =
                    stub.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .fetchJWTSVID(
                                    JWTSVIDRequest.newBuilder()
                                            .addAudience(audience)
                                            .setSpiffeId(id.toString())
                                            .build())
                            .getSvids(0)
                            .getSvid();
            Token got = Token.read(token, audience, askedAt);
            holding(id).add(got);
            return Optional.of(got);
        } catch (StatusRuntimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the agent's own validator takes it now. */
    boolean accepts(Token token) {
        try {
            stub.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .validateJWTSVID(
                            ValidateJWTSVIDRequest.newBuilder()
                                    .setAudience(token.audience())
                                    .setSvid(token.token())
                                    .build());
            return true;
        } catch (StatusRuntimeException e) {
            return switch (e.getStatus().getCode()) {
                case INVALID_ARGUMENT -> false;
                default -> throw e;
            };
        }
    }

    private void watch() {
        do {
            try {
                Iterator<X509SVIDResponse> answers =
                        stub.fetchX509SVID(X509SVIDRequest.getDefaultInstance());
                while (answers.hasNext()) {
                    take(answers.next());
                }
            } catch (StatusRuntimeException e) {
                missing(Set.of());
            }
        } while (!isClosed());
    }

    private void take(X509SVIDResponse answer) {
        Instant now = Instant.now();
        Set<SpiffeId> named = new HashSet<>();
        for (X509SVID svid : answer.getSvidsList()) {
            SpiffeId id = SpiffeId.parse(svid.getSpiffeId());
            named.add(id);
            holding(id).add(new Certificate(chain(svid.getX509Svid().toByteArray()), now));
        }
        try {
            bundle.set(
                    X509Bundle.parse(
                            agent.nodeId().getTrustDomain(),
                            answer.getSvids(0).getBundle().toByteArray()));
        } catch (X509BundleException e) {
            throw new IllegalStateException(e);
        }
        missing(named);
    }

    private void missing(Set<SpiffeId> named) {
        Instant now = Instant.now();
        holdings.forEach((id, holding) -> {
            if (!named.contains(id)) {
                holding.gone(now);
            }
        });
    }

    private static List<X509Certificate> chain(byte[] der) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(der))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isClosed() {
        try {
            return closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        channel.shutdownNow();
        agent.close();
    }
}
