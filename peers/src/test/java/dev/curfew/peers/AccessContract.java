package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.failure;
import static dev.curfew.peers.Outcomes.value;
import static dev.curfew.peers.Wire.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.Capabilities;
import dev.curfew.connect.CapabilityProbe;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Feature;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.SpireChannel;
import dev.curfew.connect.SpireChannels;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.ScanListener;
import dev.curfew.spire.SpireServer;
import dev.curfew.wire.spire.types.Entry;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may call what over TCP. */
abstract class AccessContract extends SpireContract {
    private final PrivateFolder files = PrivateFolder.make();
    private SpireChannel admin;
    private SpireChannel workload;

    @BeforeAll
    void connectOverTcp() {
        admin = open("/curfew/console");
        workload = open("/agent/planner");
    }

    @AfterAll
    void disconnectFromTcp() {
        admin.close();
        workload.close();
        files.close();
    }

    private SpireChannel open(String path) {
        return value(
                SpireChannels.open(
                        new ConnectionProfile(
                                "tcp",
                                peer().address(),
                                MintedFiles.mint(
                                        server(), path, files.folder(path.replace('/', '_'))),
                                Optional.of(TrustDomain.parse(Peer.TRUST_DOMAIN)),
                                ServerTimings.SPIRE_DEFAULTS),
                        Outcomes.NO_SECRETS));
    }

    private static String denied(String method) {
        return "NOT_ADMIN authorization denied for method /spire.api.server." + method;
    }

    private static String answer(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?>(Failure failure)
                ? failure.reason() + " " + failure.detail()
                : "OK";
    }

    @Test
    void anAdministratorMayDoWhatTheSocketMay() {
        SpireServer server = client(admin);

        assertThat(answer(server.bundles().own())).isEqualTo("OK");
        assertThat(
                        server.entries()
                                .scan(dev.curfew.spire.EntryFilter.NONE, ScanListener.silent())
                                .failure())
                .isEmpty();
        assertThat(answer(server.nodes().count())).isEqualTo("OK");
        assertThat(answer(server.authorities().slots(dev.curfew.identity.AuthoritySlots.Kind.X509)))
                .isEqualTo("OK");
        assertThat(answer(server.bundles().federated(TrustDomain.parse("x.test"))))
                .isEqualTo("NOT_FOUND bundle not found");
        assertThat(
                        answer(
                                server.minting()
                                        .jwt(spiffeId("/x"), List.of("a"), Duration.ofSeconds(1))))
                .isEqualTo("OK");
        assertThat(server.federations().scan(ScanListener.silent()).failure()).isEmpty();
    }

    @Test
    void aWorkloadMayReadTheBundleAlone() {
        SpireServer server = client(workload);

        assertThat(answer(server.bundles().own())).isEqualTo("OK");
        assertThat(answer(server.entries().count()))
                .isEqualTo(denied("entry.v1.Entry/CountEntries"));
        assertThat(answer(server.nodes().count())).isEqualTo(denied("agent.v1.Agent/CountAgents"));
        assertThat(answer(server.authorities().slots(dev.curfew.identity.AuthoritySlots.Kind.X509)))
                .isEqualTo(denied("localauthority.v1.LocalAuthority/GetX509AuthorityState"));
        assertThat(answer(server.federations().get(TrustDomain.parse("x.test"))))
                .isEqualTo(denied("trustdomain.v1.TrustDomain/GetFederationRelationship"));
        assertThat(answer(server.bundles().federated(TrustDomain.parse("x.test"))))
                .isEqualTo(denied("bundle.v1.Bundle/GetFederatedBundle"));
        assertThat(
                        answer(
                                server.minting()
                                        .jwt(spiffeId("/x"), List.of("a"), Duration.ofSeconds(1))))
                .isEqualTo(denied("svid.v1.SVID/MintJWTSVID"));
        assertThat(failure(server.entries().delete(List.of("x")).getFirst().outcome()).reason())
                .isEqualTo(Reason.NOT_ADMIN);
    }

    @Test
    void debugLoggerAndHealthAreNotThereOverTcp() {
        SpireServer server = client(admin);

        assertThat(answer(server.process().info()))
                .isEqualTo("LOCAL_ONLY unknown service spire.api.server.debug.v1.Debug");
        assertThat(answer(server.process().logLevels()))
                .isEqualTo("LOCAL_ONLY unknown service spire.api.server.logger.v1.Logger");
        assertThat(answer(server.process().serving()))
                .isEqualTo("LOCAL_ONLY unknown service grpc.health.v1.Health");
        assertThat(answer(client(workload).process().info()))
                .isEqualTo("LOCAL_ONLY unknown service spire.api.server.debug.v1.Debug");
    }

    @Test
    void notEvenAnAdministratorIsToldWhatAnAgentMayIssue() {
        assertThat(
                        LocalServicesContract.call(
                                admin.grpc(),
                                "spire.api.server.entry.v1.Entry",
                                "GetAuthorizedEntries"))
                .startsWith("PERMISSION_DENIED");
    }

    @Test
    void withoutACertificateOnlyTheBundleCanBeRead() throws Exception {
        try (Anonymous nobody = Anonymous.connect(peer().address())) {
            assertThat(nobody.getBundle()).isEqualTo("OK");
            assertThat(nobody.listEntries())
                    .isEqualTo(
                            "PERMISSION_DENIED authorization denied for method"
                                    + " /spire.api.server.entry.v1.Entry/ListEntries");
            assertThat(
                            LocalServicesContract.call(
                                    nobody.channel(), "grpc.health.v1.Health", "Check"))
                    .isEqualTo("UNIMPLEMENTED unknown service grpc.health.v1.Health");
        }
    }

    @Test
    void anAdminEntryTakesAndLosesEffectOnAnOpenConnection() {
        SpireChannel bot = open("/agent/deploy-bot");
        try (bot) {
            SpireServer server = client(bot);
            assertThat(answer(server.nodes().count())).startsWith("NOT_ADMIN");

            Entry entry =
                    createAll(entry("/agent/deploy-bot", "unix:uid:0").setAdmin(true)).getFirst();
            assertThat(answer(server.nodes().count())).isEqualTo("OK");

            Outcomes.values(server().entries().delete(List.of(entry.getId())));
            assertThat(answer(server.nodes().count())).startsWith("NOT_ADMIN");
        }
    }

    @Test
    void ourProbeFindsWhatEachMayUse() {
        Capabilities byAdmin = CapabilityProbe.probe(admin);
        Capabilities byWorkload = CapabilityProbe.probe(workload);

        assertThat(available(byAdmin))
                .containsExactly(
                        Feature.ENTRIES,
                        Feature.NODES,
                        Feature.BUNDLE,
                        Feature.FEDERATED_BUNDLES,
                        Feature.FEDERATION,
                        Feature.X509_AUTHORITIES,
                        Feature.JWT_AUTHORITIES);
        assertThat(byAdmin.whyNot(Feature.WIT_AUTHORITIES).orElseThrow().reason())
                .isEqualTo(Reason.OLDER_SERVER);
        assertThat(byAdmin.whyNot(Feature.HEALTH).orElseThrow().reason())
                .isEqualTo(Reason.LOCAL_ONLY);
        assertThat(available(byWorkload)).containsExactly(Feature.BUNDLE);
    }

    private static List<Feature> available(Capabilities capabilities) {
        return capabilities.features().keySet().stream().filter(capabilities::has).toList();
    }

    @Test
    void theServerIsSeenByItsSpiffeId() {
        var seen = admin.server().orElseThrow();

        assertThat(seen.id()).isEqualTo(spiffeId("/spire/server"));
        assertThat(seen.expiresAt()).isAfter(Instant.now());
        assertThat(admin.ownId()).contains(spiffeId("/curfew/console"));
        assertThat(admin.trustDomain().getName()).isEqualTo(Peer.TRUST_DOMAIN);
    }
}
