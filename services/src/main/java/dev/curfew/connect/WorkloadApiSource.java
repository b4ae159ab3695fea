package dev.curfew.connect;

import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.spiffe.spiffeid.TrustDomain;
import io.spiffe.workloadapi.grpc.Workload.X509SVIDResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SVID that a SPIRE agent gives this process, kept fresh: the agent pushes each new one. While
 * the agent is away the last one stays in use. One virtual thread listens until {@link #close}.
 */
final class WorkloadApiSource implements CredentialSource {
    private static final Logger LOG = LoggerFactory.getLogger(WorkloadApiSource.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String endpoint;
    private final ManagedChannel channel;
    private final CompletableFuture<Outcome<WorkloadIdentity>> first = new CompletableFuture<>();
    private final AtomicReference<Outcome<WorkloadIdentity>> newest;
    private final AtomicReference<@Nullable Failure> lastLoss = new AtomicReference<>();
    private final Context.CancellableContext listening = Context.ROOT.withCancellation();
    private final CountDownLatch closed = new CountDownLatch(1);

    private WorkloadApiSource(String endpoint, ManagedChannel channel) {
        this.endpoint = endpoint;
        this.channel = channel;
        this.newest = new AtomicReference<>(failed("it has not answered yet"));
    }

    /** Blocks until the agent's first answer, or for as long as the patience lasts. */
    static Outcome<CredentialSource> open(String endpoint, Duration patience) {
        return WorkloadApiCalls.channel(endpoint)
                .then(channel -> {
                    WorkloadApiSource source = new WorkloadApiSource(endpoint, channel);
                    Thread.ofVirtual().name("workload-api").start(source::listen);
                    return source.awaitFirst(patience);
                });
    }

    private Outcome<CredentialSource> awaitFirst(Duration patience) {
        Outcome<WorkloadIdentity> answer;
        try {
            answer = first.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer = failed("it did not answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            answer = Outcome.failed(StatusFailures.unexpected(e, endpoint));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer = Outcome.failed(StatusFailures.cancelled(endpoint));
        }
        if (answer instanceof Outcome.Failed<WorkloadIdentity>) {
            close();
        }
        return answer.map(_ -> this);
    }

    private void listen() {
        Duration pause = FIRST_PAUSE;
        do {
            Context before = listening.attach();
            try {
                Iterator<X509SVIDResponse> answers = WorkloadApiCalls.watch(channel);
                while (answers.hasNext()) {
                    take(WorkloadIdentity.of(answers.next(), endpoint));
                    pause = FIRST_PAUSE;
                }
            } catch (StatusRuntimeException e) {
                lost(e);
            } finally {
                listening.detach(before);
            }
            pause = pause.multipliedBy(2);
            if (pause.compareTo(LONGEST_PAUSE) > 0) {
                pause = LONGEST_PAUSE;
            }
        } while (!closedWithin(pause));
    }

    private void take(Outcome<WorkloadIdentity> answer) {
        if (answer instanceof Outcome.Ok<WorkloadIdentity>
                || newest.get() instanceof Outcome.Failed<WorkloadIdentity>) {
            newest.set(answer);
        }
        if (answer instanceof Outcome.Ok<WorkloadIdentity>) {
            lastLoss.set(null);
        }
        first.complete(answer);
    }

    private void lost(StatusRuntimeException e) {
        Failure failure =
                new Failure(
                        Reason.WORKLOAD_API_FAILED, endpoint, WorkloadApiCalls.why(e, endpoint));
        boolean news = !failure.equals(lastLoss.getAndSet(failure));
        if (news && !listening.isCancelled()) {
            LOG.warn("Workload API at {}: {}", failure.subject(), failure.detail());
        }
        take(Outcome.failed(failure));
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public Outcome<OwnSvid> svid() {
        return newest.get().map(WorkloadIdentity::svid);
    }

    @Override
    public Outcome<Collection<X509Certificate>> authorities(TrustDomain trustDomain) {
        return newest.get()
                .then(identity -> {
                    Map<TrustDomain, Collection<X509Certificate>> bundles = identity.bundles();
                    Collection<X509Certificate> found = bundles.get(trustDomain);
                    return found == null
                            ? Outcome.failed(
                                    Reason.SERVER_UNTRUSTED,
                                    SpiffeIds.server(trustDomain).toString(),
                                    "The Workload API gave no bundle of " + trustDomain.getName())
                            : Outcome.ok(found);
                });
    }

    private <T> Outcome<T> failed(String detail) {
        return Outcome.failed(Reason.WORKLOAD_API_FAILED, endpoint, detail);
    }

    @Override
    public void close() {
        closed.countDown();
        listening.cancel(null);
        channel.shutdownNow();
        newest.set(failed("the connection is closed"));
    }
}
