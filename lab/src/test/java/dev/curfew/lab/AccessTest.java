package dev.curfew.lab;

import static dev.curfew.lab.TestServer.id;
import static dev.curfew.lab.TestServer.refusal;
import static dev.curfew.lab.TestServer.selector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.lab.authority.IssuedSvid;
import dev.curfew.wire.spire.agent.AgentGrpc;
import dev.curfew.wire.spire.agent.CountAgentsRequest;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.bundle.GetFederatedBundleRequest;
import dev.curfew.wire.spire.debug.DebugGrpc;
import dev.curfew.wire.spire.debug.GetInfoRequest;
import dev.curfew.wire.spire.entry.BatchCreateEntryRequest;
import dev.curfew.wire.spire.entry.BatchDeleteEntryRequest;
import dev.curfew.wire.spire.entry.EntryGrpc;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.localauthority.ActivateX509AuthorityRequest;
import dev.curfew.wire.spire.localauthority.PrepareX509AuthorityRequest;
import dev.curfew.wire.spire.localauthority.RevokeX509AuthorityRequest;
import dev.curfew.wire.spire.localauthority.TaintX509AuthorityRequest;
import dev.curfew.wire.spire.logger.GetLoggerRequest;
import dev.curfew.wire.spire.logger.LoggerGrpc;
import dev.curfew.wire.spire.types.Entry;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private TestServer acme;

    @BeforeEach
    void start() throws Exception {
        acme =
                new TestServer(builder ->
                        builder.adminIds(
                                "spiffe://acme.test/ops/console",
                                "spiffe://partner.test/ops/console"));
    }

    @AfterEach
    void stop() throws Exception {
        acme.close();
    }

    private IssuedSvid svid(String path) {
        return acme.server.trustDomain().issueX509(path, HOUR);
    }

    private static String list(Wire wire) {
        return refusal(() ->
                EntryGrpc.newBlockingStub(wire.channel())
                        .listEntries(ListEntriesRequest.getDefaultInstance()));
    }

    private static String getBundle(Wire wire) {
        return refusal(() ->
                BundleGrpc.newBlockingStub(wire.channel())
                        .getBundle(GetBundleRequest.getDefaultInstance()));
    }

    @Test
    void withoutACertificateOnlyTheBundleCanBeRead() throws Exception {
        try (var nobody = Wire.tls(acme.server, null)) {
            assertThat(getBundle(nobody)).isEqualTo("answered");
            assertThat(list(nobody))
                    .isEqualTo(
                            "PERMISSION_DENIED authorization denied for method"
                                    + " /spire.api.server.entry.v1.Entry/ListEntries");
        }
    }

    @Test
    void aWorkloadMayNotAdministerAndAnAdministratorMay() throws Exception {
        try (var workload = Wire.tls(acme.server, svid("/agent/planner"));
                var admin = Wire.tls(acme.server, svid("/ops/console"))) {
            assertThat(getBundle(workload)).isEqualTo("answered");
            assertThat(list(workload)).startsWith("PERMISSION_DENIED");
            assertThat(list(admin)).isEqualTo("answered");
            assertThat(
                            refusal(() ->
                                    AgentGrpc.newBlockingStub(workload.channel())
                                            .countAgents(CountAgentsRequest.getDefaultInstance())))
                    .isEqualTo(
                            "PERMISSION_DENIED authorization denied for method"
                                    + " /spire.api.server.agent.v1.Agent/CountAgents");
            assertThat(
                            refusal(() ->
                                    BundleGrpc.newBlockingStub(admin.channel())
                                            .getFederatedBundle(
                                                    GetFederatedBundleRequest.newBuilder()
                                                            .setTrustDomain("x.test")
                                                            .build())))
                    .isEqualTo("NOT_FOUND bundle not found");
        }
    }

    @Test
    void anAdminEntryTakesAndLosesEffectAtOnceOnAnOpenConnection() throws Exception {
        try (var bot = Wire.tls(acme.server, svid("/agent/deploy-bot"))) {
            assertThat(list(bot)).startsWith("PERMISSION_DENIED");

            var entry =
                    acme.entries()
                            .batchCreateEntry(
                                    BatchCreateEntryRequest.newBuilder()
                                            .addEntries(
                                                    Entry.newBuilder()
                                                            .setSpiffeId(id("/agent/deploy-bot"))
                                                            .setParentId(id("/fleet/build"))
                                                            .addSelectors(selector("unix:uid:0"))
                                                            .setAdmin(true))
                                            .build())
                            .getResults(0)
                            .getEntry();
            assertThat(list(bot)).isEqualTo("answered");

            acme.entries()
                    .batchDeleteEntry(
                            BatchDeleteEntryRequest.newBuilder().addIds(entry.getId()).build());
            assertThat(list(bot)).startsWith("PERMISSION_DENIED");
        }
    }

    @Test
    void theLocalServicesAreNotThereOverTcp() throws Exception {
        try (var admin = Wire.tls(acme.server, svid("/ops/console"))) {
            assertThat(
                            refusal(() ->
                                    DebugGrpc.newBlockingStub(admin.channel())
                                            .getInfo(GetInfoRequest.getDefaultInstance())))
                    .isEqualTo("UNIMPLEMENTED unknown service spire.api.server.debug.v1.Debug");
            assertThat(
                            refusal(() ->
                                    LoggerGrpc.newBlockingStub(admin.channel())
                                            .getLogger(GetLoggerRequest.getDefaultInstance())))
                    .isEqualTo("UNIMPLEMENTED unknown service spire.api.server.logger.v1.Logger");
            assertThat(
                            refusal(() ->
                                    HealthGrpc.newBlockingStub(admin.channel())
                                            .check(HealthCheckRequest.getDefaultInstance())))
                    .isEqualTo("UNIMPLEMENTED unknown service grpc.health.v1.Health");
        }
    }

    @Test
    void anExpiredCertificateIsRefusedAtTheHandshakeOnly() throws Exception {
        try (var open = Wire.tls(acme.server, svid("/ops/console"))) {
            assertThat(list(open)).isEqualTo("answered");

            acme.pass(Duration.ofMinutes(61));

            assertThat(list(open)).isEqualTo("answered");
        }
        var dead = acme.server.trustDomain().issueX509("/ops/console", Duration.ofSeconds(-1));
        try (var refused = Wire.tls(acme.server, dead)) {
            assertThat(list(refused)).startsWith("UNAVAILABLE");
        }
    }

    @Test
    void aStrangerIsRefusedAtTheHandshake() throws Exception {
        try (var partner = new TestServer(builder -> builder)) {
            // The same name from another authority.
            var forged = partner.server.trustDomain().issueX509("/ops/console", HOUR);
            try (var wire = Wire.tls(acme.server, forged)) {
                assertThat(list(wire)).startsWith("UNAVAILABLE");
            }
        }
    }

    @Test
    void revokingItsAuthorityShutsAnAdministratorOutAtOnceButNotItsOpenConnection()
            throws Exception {
        var console = svid("/ops/console");
        try (var open = Wire.tls(acme.server, console)) {
            assertThat(list(open)).isEqualTo("answered");
            revokeTheFirstAuthority();
            assertThat(list(open)).isEqualTo("answered");

            acme.server.faults().sendConnectionsAway();
            try (var again = Wire.tls(acme.server, console);
                    var renewed = Wire.tls(acme.server, svid("/ops/console"))) {
                assertThat(list(again)).startsWith("UNAVAILABLE");
                assertThat(list(renewed)).isEqualTo("answered");
            }
        }
    }

    private void revokeTheFirstAuthority() {
        var prepared =
                acme.authorities()
                        .prepareX509Authority(PrepareX509AuthorityRequest.getDefaultInstance())
                        .getPreparedAuthority()
                        .getAuthorityId();
        acme.authorities()
                .activateX509Authority(
                        ActivateX509AuthorityRequest.newBuilder().setAuthorityId(prepared).build());
        var old = taintTheOldAuthority();
        acme.authorities()
                .revokeX509Authority(
                        RevokeX509AuthorityRequest.newBuilder().setAuthorityId(old).build());
    }

    private String taintTheOldAuthority() {
        var old =
                acme.authorities()
                        .getX509AuthorityState(
                                dev.curfew.wire.spire.localauthority.GetX509AuthorityStateRequest
                                        .getDefaultInstance())
                        .getOld()
                        .getAuthorityId();
        acme.authorities()
                .taintX509Authority(
                        TaintX509AuthorityRequest.newBuilder().setAuthorityId(old).build());
        return old;
    }

    @Test
    void anAdministratorOfAnotherTrustDomainNeedsItsBundle() throws Exception {
        try (var other = Lab.start()) {
            var console = other.partner().trustDomain().issueX509("/ops/console", HOUR);
            try (var wire = Wire.tls(acme.server, console)) {
                assertThat(list(wire)).startsWith("UNAVAILABLE");
            }
            try (var partner = Wire.unix(other.partner())) {
                var bundle =
                        BundleGrpc.newBlockingStub(partner.channel())
                                .getBundle(GetBundleRequest.getDefaultInstance());
                acme.bundles()
                        .batchSetFederatedBundle(
                                dev.curfew.wire.spire.bundle.BatchSetFederatedBundleRequest
                                        .newBuilder()
                                        .addBundle(bundle)
                                        .build());
            }
            try (var wire = Wire.tls(acme.server, console)) {
                assertThat(list(wire)).isEqualTo("answered");
            }
            var workload = other.partner().trustDomain().issueX509("/agent/fraud-scout", HOUR);
            try (var wire = Wire.tls(acme.server, workload)) {
                assertThat(list(wire)).startsWith("UNAVAILABLE");
            }
        }
    }

    @Test
    void theServerHasOnlyASpiffeIdAndChangesItsCertificateAfterATaint() throws Exception {
        var first = serverCertificate();
        assertThat(first.getSubjectAlternativeNames())
                .singleElement()
                .asString()
                .isEqualTo("[6, spiffe://acme.test/spire/server]");
        first.verify(acme.server.trustDomain().authorities().getFirst().getPublicKey());

        var prepared =
                acme.authorities()
                        .prepareX509Authority(PrepareX509AuthorityRequest.getDefaultInstance())
                        .getPreparedAuthority()
                        .getAuthorityId();
        acme.authorities()
                .activateX509Authority(
                        ActivateX509AuthorityRequest.newBuilder().setAuthorityId(prepared).build());
        acme.pass(Duration.ofSeconds(20));
        assertThat(serverCertificate()).isEqualTo(first);

        taintTheOldAuthority();
        acme.pass(Duration.ofSeconds(5));
        serverCertificate()
                .verify(acme.server.trustDomain().authorities().getLast().getPublicKey());
    }

    private X509Certificate serverCertificate() throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anyone()}, null);
        var address = acme.server.tlsAddress();
        try (var socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(address.getAddress(), address.getPort())) {
            var parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    /** These tests look at certificates themselves. */
    private static final class Anyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
