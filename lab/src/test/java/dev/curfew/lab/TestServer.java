package dev.curfew.lab;

import dev.curfew.lab.time.DrivenTime;
import dev.curfew.wire.spire.agent.AgentGrpc;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.entry.EntryGrpc;
import dev.curfew.wire.spire.localauthority.LocalAuthorityGrpc;
import dev.curfew.wire.spire.svid.SVIDGrpc;
import dev.curfew.wire.spire.trustdomain.TrustDomainGrpc;
import dev.curfew.wire.spire.types.SPIFFEID;
import dev.curfew.wire.spire.types.Selector;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A server of acme.test with both doors open, a clock that the test moves, and a local channel. */
final class TestServer implements AutoCloseable {
    final DrivenTime time = new DrivenTime(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    final LabServer server;
    final Wire local;
    private final Path folder;

    TestServer(UnaryOperator<LabServer.Builder> settings) throws IOException {
        folder = Files.createTempDirectory("curfew-lab-test-");
        server =
                settings.apply(
                                LabServer.builder("acme.test")
                                        .unixSocket(folder.resolve("api.sock"))
                                        .tlsPort(0)
                                        .clock(time)
                                        .scheduler(time))
                        .start();
        local = Wire.unix(server);
    }

    static TestServer empty() throws IOException {
        return new TestServer(builder -> builder);
    }

    static TestServer seeded() throws IOException {
        return new TestServer(LabServer.Builder::seeded);
    }

    Instant now() {
        return time.instant();
    }

    void pass(Duration step) {
        time.advance(step);
    }

    EntryGrpc.EntryBlockingStub entries() {
        return EntryGrpc.newBlockingStub(local.channel());
    }

    AgentGrpc.AgentBlockingStub agents() {
        return AgentGrpc.newBlockingStub(local.channel());
    }

    BundleGrpc.BundleBlockingStub bundles() {
        return BundleGrpc.newBlockingStub(local.channel());
    }

    TrustDomainGrpc.TrustDomainBlockingStub relationships() {
        return TrustDomainGrpc.newBlockingStub(local.channel());
    }

    LocalAuthorityGrpc.LocalAuthorityBlockingStub authorities() {
        return LocalAuthorityGrpc.newBlockingStub(local.channel());
    }

    SVIDGrpc.SVIDBlockingStub svids() {
        return SVIDGrpc.newBlockingStub(local.channel());
    }

    static SPIFFEID id(String path) {
        return SPIFFEID.newBuilder().setTrustDomain("acme.test").setPath(path).build();
    }

    static Selector selector(String text) {
        var colon = text.indexOf(':');
        return Selector.newBuilder()
                .setType(text.substring(0, colon))
                .setValue(text.substring(colon + 1))
                .build();
    }

    /** What the server says when it refuses a call: {@code CODE text}. */
    static String refusal(ThrowingCallable call) {
        var thrown = Assertions.catchThrowableOfType(StatusRuntimeException.class, call);
        if (thrown == null) {
            return "answered";
        }
        return thrown.getStatus().getCode() + " " + thrown.getStatus().getDescription();
    }

    @Override
    public void close() throws Exception {
        local.close();
        server.close();
        Files.deleteIfExists(folder);
    }
}
