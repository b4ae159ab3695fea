package dev.curfew.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.RawServer;
import dev.curfew.connect.TestAuthority;
import dev.curfew.connect.TestAuthority.Issued;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsProbeTest {
    private static final String ID = "spiffe://acme.test/agent/planner";
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final TestAuthority AUTHORITY = new TestAuthority("acme");
    private static final Probe PROBE = new TlsProbe(Duration.ofSeconds(10), CLOCK);

    private static PresentedChain seen(Endpoint endpoint) {
        return PROBE.look(endpoint) instanceof Ok<PresentedChain>(var chain)
                ? chain
                : org.junit.jupiter.api.Assertions.fail("nothing was seen");
    }

    private static Failure failure(Probe probe, Endpoint endpoint) {
        return probe.look(endpoint) instanceof Failed<PresentedChain>(var why)
                ? why
                : org.junit.jupiter.api.Assertions.fail("something was seen");
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3, false", "TLSv1.3, true", "TLSv1.2, false", "TLSv1.2, true"})
    void itSeesTheCertificateAndNeverCompletesTheHandshake(String protocol, boolean needsClient)
            throws Exception {
        Issued svid = AUTHORITY.issue(ID);
        try (TlsServer server = new TlsServer(svid, needsClient, protocol)) {
            PresentedChain chain = seen(server.endpoint());

            assertThat(chain.id()).isEqualTo(SpiffeId.parse(ID));
            assertThat(chain.at()).isEqualTo(NOW);
            assertThat(chain.chain()).containsExactly(svid.certificate());
            assertThat(chain.serial()).isEqualTo(svid.certificate().getSerialNumber().toString());
            // The peer's chain is perfectly valid, and it is refused all the same.
            assertThat(server.handshake()).isNotEqualTo(TlsServer.COMPLETED);
        }
    }

    @Test
    void whatIsExpiredIsSeenAsWell() throws Exception {
        Issued svid = AUTHORITY.issue(ID, "EC", Duration.ofHours(-1));
        try (TlsServer server = new TlsServer(svid, false, "TLSv1.3")) {
            assertThat(seen(server.endpoint()).notAfter())
                    .isEqualTo(svid.certificate().getNotAfter().toInstant());
        }
    }

    @Test
    void everyLookShowsACertificateAlsoTheSecond() throws Exception {
        try (TlsServer server = new TlsServer(AUTHORITY.issue(ID), false, "TLSv1.2")) {
            assertThat(seen(server.endpoint()).chain()).hasSize(1);
            assertThat(seen(server.endpoint()).chain()).hasSize(1);
        }
    }

    @Test
    void aCertificateThatNamesNoWorkloadProvesNothing() throws Exception {
        try (TlsServer server =
                new TlsServer(AUTHORITY.issue("https://acme.test/web"), false, "TLSv1.3")) {
            assertThat(failure(PROBE, server.endpoint()))
                    .isEqualTo(
                            new Failure(
                                    Reason.ENDPOINT_NO_SPIFFE_ID,
                                    server.endpoint().toString(),
                                    "O=SPIRE,C=US"));
        }
    }

    @Test
    void whoeverSpeaksNoTlsProvesNothing() throws Exception {
        try (RawServer server = RawServer.onPort(RawServer.WEB)) {
            Failure why = failure(PROBE, new Endpoint("127.0.0.1", server.port()));
            assertThat(why.reason()).isEqualTo(Reason.ENDPOINT_SHOWS_NOTHING);
        }
    }

    @Test
    void whoeverIsSilentProvesNothing() throws Exception {
        Probe hasty = new TlsProbe(Duration.ofMillis(200), CLOCK);
        try (RawServer server = RawServer.onPort(RawServer.SILENCE)) {
            Endpoint endpoint = new Endpoint("127.0.0.1", server.port());
            assertThat(failure(hasty, endpoint))
                    .isEqualTo(new Failure(Reason.ENDPOINT_SILENT, endpoint.toString(), "200 ms"));
        }
    }

    @Test
    void whereNobodyListensNothingIsProved() throws Exception {
        Endpoint nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new Endpoint("127.0.0.1", free.getLocalPort());
        }
        assertThat(failure(PROBE, nobody).reason()).isEqualTo(Reason.ENDPOINT_UNREACHED);
    }

    @Test
    void anUnknownHostProvesNothing() {
        Endpoint unknown = new Endpoint("no-such-host.invalid", 8443);
        assertThat(PROBE.look(unknown))
                .isEqualTo(
                        Outcome.failed(
                                Reason.ENDPOINT_UNREACHED,
                                "no-such-host.invalid:8443",
                                "no such host is known"));
    }
}
