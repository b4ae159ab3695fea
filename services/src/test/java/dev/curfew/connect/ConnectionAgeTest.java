package dev.curfew.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.TestAuthority.Issued;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.entry.CountEntriesRequest;
import dev.curfew.wire.spire.entry.CountEntriesResponse;
import dev.curfew.wire.spire.entry.EntryGrpc;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A SPIRE server says GOAWAY on each connection after 3 minutes; here after one second. */
@Timeout(60)
class ConnectionAgeTest {
    private static final String SERVER = "spiffe://example.org/spire/server";
    private static final String CONSOLE = "spiffe://example.org/console";

    private final TestAuthority authority = new TestAuthority("example.org");
    @TempDir Path folder;

    @Test
    void theEndOfAConnectionGoesUnseen() throws Exception {
        SlowCount slow = new SlowCount();
        Path socket = folder.resolve("api.sock");
        try (TestSpire server =
                        TestSpire.onSocket(
                                socket,
                                builder -> builder.maxConnectionAge(1, TimeUnit.SECONDS),
                                TestSpire.bundleOf("example.org"),
                                slow);
                SpireChannel channel = Opening.open(Opening.socket(socket, "example.org"))) {
            CompletableFuture<Outcome<CountEntriesResponse>> inFlight = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> inFlight.complete(count(channel)));
            slow.asked.await();

            callUntilConnections(server, channel, 3);
            slow.mayAnswer.countDown();

            assertThat(inFlight.get())
                    .isEqualTo(Outcome.ok(CountEntriesResponse.newBuilder().setCount(42).build()));
        }
    }

    @Test
    void eachNewConnectionShowsTheNewestSvid() throws Exception {
        Issued first = authority.issue(CONSOLE);
        Issued renewed = authority.issue(CONSOLE);
        Credentials.PemFiles files = files(first);
        try (TestSpire server = agingTls();
                SpireChannel channel = Opening.open(Opening.tcp(server.port(), files))) {
            files(renewed);
            callUntilConnections(server, channel, 2);
            assertThat(server.connections.getFirst()).isEqualTo(serial(first));
            assertThat(server.connections.getLast()).isEqualTo(serial(renewed));
            assertThat(channel.ownExpiry())
                    .contains(renewed.certificate().getNotAfter().toInstant());
        }
    }

    @Test
    void aHalfWrittenRenewalYieldsToWhatWasReadBefore() throws Exception {
        Issued first = authority.issue(CONSOLE);
        Credentials.PemFiles files = files(first);
        try (TestSpire server = agingTls();
                SpireChannel channel = Opening.open(Opening.tcp(server.port(), files))) {
            TestAuthority.pem(files.privateKey(), authority.issue(CONSOLE).key());
            callUntilConnections(server, channel, 2);
            assertThat(server.connections).containsOnly(serial(first));
        }
    }

    @Test
    void aLaterRefusalIsExplainedToo() throws Exception {
        Credentials.PemFiles files = files(authority.issue(CONSOLE));
        try (TestSpire server = agingTls();
                SpireChannel channel = Opening.open(Opening.tcp(server.port(), files))) {
            files(new TestAuthority("revoked").issue(CONSOLE));
            Outcome<?> outcome = getBundle(channel);
            while (outcome instanceof Outcome.Ok) {
                outcome = getBundle(channel);
            }
            assertThat(((Outcome.Failed<?>) outcome).failure().reason())
                    .isEqualTo(Reason.CREDENTIAL_REFUSED);
        }
    }

    private TestSpire agingTls() throws Exception {
        return TestSpire.overTls(
                authority.issue(SERVER),
                authority.certificate(),
                builder -> builder.maxConnectionAge(1, TimeUnit.SECONDS),
                TestSpire.bundleOf("example.org"));
    }

    private static void callUntilConnections(TestSpire server, SpireChannel channel, int count) {
        while (server.connections.size() < count) {
            assertThat(getBundle(channel)).isInstanceOf(Outcome.Ok.class);
        }
    }

    private static Outcome<?> getBundle(SpireChannel channel) {
        return channel.call(
                BundleGrpc.getGetBundleMethod(),
                GetBundleRequest.getDefaultInstance(),
                Opening.PATIENT);
    }

    private static Outcome<CountEntriesResponse> count(SpireChannel channel) {
        return channel.call(
                EntryGrpc.getCountEntriesMethod(),
                CountEntriesRequest.getDefaultInstance(),
                Duration.ofSeconds(50));
    }

    private static long serial(Issued issued) {
        return issued.certificate().getSerialNumber().longValueExact();
    }

    private Credentials.PemFiles files(Issued own) throws Exception {
        return new Credentials.PemFiles(
                TestAuthority.pem(folder.resolve("svid.pem"), own.certificate()),
                TestAuthority.pem(folder.resolve("key.pem"), own.key()),
                TestAuthority.pem(folder.resolve("bundle.pem"), authority.certificate()));
    }

    /** Holds its answer back until the test lets it go. */
    private static final class SlowCount extends EntryGrpc.EntryImplBase {
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch mayAnswer = new CountDownLatch(1);

        @Override
        public void countEntries(
                CountEntriesRequest request, StreamObserver<CountEntriesResponse> answer) {
            asked.countDown();
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            answer.onNext(CountEntriesResponse.newBuilder().setCount(42).build());
            answer.onCompleted();
        }
    }
}
