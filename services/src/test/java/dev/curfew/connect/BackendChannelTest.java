package dev.curfew.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.wire.openfga.CheckRequest;
import dev.curfew.wire.openfga.CheckResponse;
import dev.curfew.wire.openfga.OpenFGAServiceGrpc;
import dev.curfew.wire.openfga.StreamedListObjectsRequest;
import dev.curfew.wire.openfga.StreamedListObjectsResponse;
import dev.curfew.wire.openfga.WriteRequest;
import dev.curfew.wire.openfga.WriteResponse;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackendChannelTest {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final AtomicInteger unavailable = new AtomicInteger();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private Server server;

    private final class Backend extends OpenFGAServiceGrpc.OpenFGAServiceImplBase {
        @Override
        public void check(CheckRequest request, StreamObserver<CheckResponse> answer) {
            answer(answer, CheckResponse.newBuilder().setAllowed(true).build());
        }

        @Override
        public void write(WriteRequest request, StreamObserver<WriteResponse> answer) {
            answer(answer, WriteResponse.getDefaultInstance());
        }

        /** Never ends by itself. */
        @Override
        public void streamedListObjects(
                StreamedListObjectsRequest request,
                StreamObserver<StreamedListObjectsResponse> answer) {
            ServerCallStreamObserver<StreamedListObjectsResponse> call =
                    (ServerCallStreamObserver<StreamedListObjectsResponse>) answer;
            call.setOnCancelHandler(cancelled::countDown);
            for (int i = 0; i < 3; i++) {
                call.onNext(
                        StreamedListObjectsResponse.newBuilder().setObject("tool:t" + i).build());
            }
        }

        private <A> void answer(StreamObserver<A> observer, A value) {
            if (unavailable.getAndDecrement() > 0) {
                observer.onError(Status.UNAVAILABLE.asRuntimeException());
            } else {
                observer.onNext(value);
                observer.onCompleted();
            }
        }
    }

    private final class Listener implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            shown.add(String.valueOf(headers.get(AUTHORIZATION)));
            return next.startCall(call, headers);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server =
                NettyServerBuilder.forAddress(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .addService(new Backend())
                        .intercept(new Listener())
                        .build()
                        .start();
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    private Outcome<BackendChannel> open(BackendConnection.Key key, String secret) {
        return BackendChannels.open(
                new BackendConnection(
                        new ServerAddress.Tcp("127.0.0.1", server.getPort()),
                        new BackendConnection.Tls.Plaintext(),
                        key),
                (_, _) -> Outcome.ok(secret.toCharArray()),
                _ -> Optional.empty(),
                DEADLINE);
    }

    private BackendChannel opened(BackendConnection.Key key) {
        return switch (open(key, "s3cret")) {
            case Outcome.Ok<BackendChannel>(var channel) -> channel;
            case Outcome.Failed<BackendChannel>(var failure) -> throw new AssertionError(failure);
        };
    }

    private static Outcome<CheckResponse> read(BackendChannel channel) {
        return channel.read(
                OpenFGAServiceGrpc.getCheckMethod(), CheckRequest.getDefaultInstance(), "x");
    }

    @Test
    void aReadIsTriedAgainAndAWriteIsNot() {
        try (BackendChannel channel = opened(new BackendConnection.Key.None())) {
            unavailable.set(2);
            assertThat(read(channel)).isInstanceOf(Outcome.Ok.class);
            assertThat(channel.calls()).isEqualTo(3);

            unavailable.set(1);
            Outcome<WriteResponse> written =
                    channel.write(
                            OpenFGAServiceGrpc.getWriteMethod(),
                            WriteRequest.getDefaultInstance(),
                            "x");
            assertThat(written)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed ->
                                    assertThat(failed.failure().reason())
                                            .isEqualTo(Reason.NO_ANSWER));
            assertThat(channel.calls()).isEqualTo(4);
        }
    }

    @Test
    void theKeyIsShownWithEachCallUnlessItIsLeftOut() {
        BackendConnection.Key bearer = new BackendConnection.Key.Bearer(new SecretRef.Prompt());
        BackendConnection.Key basic =
                new BackendConnection.Key.Basic("erin", new SecretRef.Prompt());
        try (BackendChannel first = opened(bearer);
                BackendChannel second = opened(basic)) {
            read(first);
            read(first.withoutKey());
            read(second);
        }
        assertThat(shown).containsExactly("Bearer s3cret", "null", "Basic ZXJpbjpzM2NyZXQ=");
    }

    @Test
    void aKeyWithALineEndIsNotSent() {
        assertThat(open(new BackendConnection.Key.Bearer(new SecretRef.Prompt()), "key\n"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(failed.failure().reason())
                                        .isEqualTo(Reason.CREDENTIAL_UNREADABLE));
        assertThat(shown).isEmpty();
    }

    @Test
    void whoWantsNoMoreOfAStreamEndsItOnTheServerToo() throws InterruptedException {
        List<String> objects = new ArrayList<>();
        try (BackendChannel channel = opened(new BackendConnection.Key.None())) {
            Outcome<Boolean> ended =
                    channel.stream(
                            OpenFGAServiceGrpc.getStreamedListObjectsMethod(),
                            StreamedListObjectsRequest.getDefaultInstance(),
                            DEADLINE,
                            "x",
                            answer -> {
                                objects.add(answer.getObject());
                                return objects.size() < 2;
                            });
            assertThat(ended).isEqualTo(Outcome.ok(false));
            assertThat(objects).containsExactly("tool:t0", "tool:t1");
            assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
