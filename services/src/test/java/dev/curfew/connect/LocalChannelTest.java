package dev.curfew.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthGrpc;
import io.spiffe.spiffeid.TrustDomain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalChannelTest {
    @TempDir Path folder;
    private Path socket = Path.of("unset");

    @BeforeEach
    void nameTheSocket() {
        socket = folder.resolve("api 1%2.sock");
    }

    @Test
    void opensAndKnowsTheTrustDomain() throws Exception {
        try (TestSpire _ =
                        TestSpire.onSocket(
                                socket,
                                UnaryOperator.identity(),
                                TestSpire.bundleOf("example.org"));
                SpireChannel channel = Opening.open(Opening.socket(socket, "example.org"))) {
            assertThat(channel.local()).isTrue();
            assertThat(channel.trustDomain()).isEqualTo(TrustDomain.parse("example.org"));
            assertThat(channel.ownId()).isEmpty();
            assertThat(channel.server()).isEmpty();
        }
    }

    @Test
    void anotherTrustDomain() throws Exception {
        try (TestSpire _ =
                TestSpire.onSocket(
                        socket, UnaryOperator.identity(), TestSpire.bundleOf("other.org"))) {
            assertThat(Opening.refused(Opening.socket(socket, "example.org")))
                    .isEqualTo(
                            failure(
                                    Reason.WRONG_TRUST_DOMAIN,
                                    "It serves other.org, not example.org"));
        }
    }

    @Test
    void aBundleOfNoTrustDomain() throws Exception {
        try (TestSpire _ =
                TestSpire.onSocket(socket, UnaryOperator.identity(), TestSpire.bundleOf("a b"))) {
            assertThat(Opening.refused(Opening.socket(socket, "example.org")).reason())
                    .isEqualTo(Reason.NOT_GRPC);
        }
    }

    @Test
    void noSocket() {
        assertThat(Opening.refused(Opening.socket(socket, "example.org")))
                .isEqualTo(failure(Reason.SOCKET_MISSING, "no such file"));
    }

    @Test
    void aFileThatIsNoSocket() throws Exception {
        Files.createFile(socket);
        assertThat(Opening.refused(Opening.socket(socket, "example.org")).reason())
                .isEqualTo(Reason.NOT_GRPC);
    }

    @Test
    void aSocketThatNobodyListensAt() throws Exception {
        RawServer.abandoned(socket);
        assertThat(Opening.refused(Opening.socket(socket, "example.org")).reason())
                .isEqualTo(Reason.NOTHING_LISTENING);
    }

    @Test
    void aSocketThatMayNotBeOpened() throws Exception {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may open any socket");
        try (RawServer _ = RawServer.onSocket(socket, RawServer.SILENCE)) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("---------"));
            assertThat(Opening.refused(Opening.socket(socket, "example.org")).reason())
                    .isEqualTo(Reason.SOCKET_FORBIDDEN);
        }
    }

    @Test
    void aWebServer() throws Exception {
        try (RawServer _ = RawServer.onSocket(socket, RawServer.WEB)) {
            assertThat(Opening.refused(Opening.socket(socket, "example.org")))
                    .isEqualTo(failure(Reason.NOT_GRPC, "it does not speak HTTP/2"));
        }
    }

    @Test
    void silence() throws Exception {
        try (RawServer _ = RawServer.onSocket(socket, RawServer.SILENCE)) {
            assertThat(
                            Opening.refused(Opening.socket(socket, "example.org"), Opening.SHORT)
                                    .reason())
                    .isEqualTo(Reason.NO_ANSWER);
        }
    }

    @Test
    void anotherGrpcServer() throws Exception {
        try (TestSpire _ =
                TestSpire.onSocket(
                        socket, UnaryOperator.identity(), new HealthGrpc.HealthImplBase() {})) {
            assertThat(Opening.refused(Opening.socket(socket, "example.org")).reason())
                    .isEqualTo(Reason.NOT_GRPC);
        }
    }

    @Test
    void theWayWithoutEpollWorksToo() throws Exception {
        try (TestSpire _ =
                TestSpire.onSocket(
                        socket, UnaryOperator.identity(), TestSpire.bundleOf("example.org"))) {
            ManagedChannel channel = SocketTransports.portable(socket).build();
            try {
                assertThat(
                                BundleGrpc.newBlockingStub(channel)
                                        .getBundle(GetBundleRequest.getDefaultInstance())
                                        .getTrustDomain())
                        .isEqualTo("example.org");
            } finally {
                channel.shutdownNow();
            }
        }
    }

    private Failure failure(Reason reason, String detail) {
        return new Failure(reason, "unix:" + socket, detail);
    }
}
