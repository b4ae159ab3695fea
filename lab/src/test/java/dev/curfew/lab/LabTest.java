package dev.curfew.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.lab.time.DrivenTime;
import dev.curfew.wire.spire.agent.AgentGrpc;
import dev.curfew.wire.spire.agent.ListAgentsRequest;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.GetFederatedBundleRequest;
import dev.curfew.wire.spire.entry.EntryGrpc;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.Entry;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static List<Entry> entries(LabServer server) throws Exception {
        try (var wire = Wire.unix(server)) {
            return EntryGrpc.newBlockingStub(wire.channel())
                    .listEntries(ListEntriesRequest.getDefaultInstance())
                    .getEntriesList();
        }
    }

    private static List<Agent> nodes(LabServer server) throws Exception {
        try (var wire = Wire.unix(server)) {
            return AgentGrpc.newBlockingStub(wire.channel())
                    .listAgents(ListAgentsRequest.getDefaultInstance())
                    .getAgentsList();
        }
    }

    @Test
    void keepsItsSocketsInAPrivateFolderAndRemovesIt() throws Exception {
        var lab = Lab.start();
        try (lab) {
            assertThat(Files.getPosixFilePermissions(lab.folder()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(lab.acme().unixTarget()).hasSizeLessThan(108 + "unix:".length());
            assertThat(lab.acme().tlsAddress().getAddress().isLoopbackAddress()).isTrue();
        }
        assertThat(Files.exists(lab.folder())).isFalse();
    }

    @Test
    void isTheSameAtEveryStart() throws Exception {
        try (var one = Lab.start(new DrivenTime(NOW));
                var other = Lab.start(new DrivenTime(NOW))) {
            assertThat(entries(one.acme())).isEqualTo(entries(other.acme()));
            assertThat(entries(one.partner())).isEqualTo(entries(other.partner()));
            assertThat(nodes(one.acme())).isEqualTo(nodes(other.acme()));
        }
    }

    @Test
    void hasAnEstateWorthLookingAt() throws Exception {
        try (var lab = Lab.start(new DrivenTime(NOW))) {
            var acme = entries(lab.acme());
            var nodes = nodes(lab.acme());

            assertThat(nodes.size() + nodes(lab.partner()).size()).isEqualTo(40);
            assertThat(acme.size() + entries(lab.partner()).size()).isBetween(280, 340);
            assertThat(acme.stream().map(e -> e.getSpiffeId().getPath()).distinct())
                    .filteredOn(path -> path.startsWith("/agent/"))
                    .containsExactlyInAnyOrder(
                            "/agent/planner",
                            "/agent/web-researcher",
                            "/agent/code-writer",
                            "/agent/code-reviewer",
                            "/agent/deploy-bot",
                            "/agent/invoice-agent",
                            "/agent/ledger-reader",
                            "/agent/support-triage",
                            "/agent/mail-drafter",
                            "/agent/data-labeler",
                            "/agent/eval-runner",
                            "/agent/report-export",
                            "/agent/mcp-github",
                            "/agent/mcp-browser");
            assertThat(nodes)
                    .extracting(Agent::getAttestationType)
                    .contains("k8s_psat", "join_token", "x509pop", "aws_iid");
            assertThat(nodes).filteredOn(Agent::getBanned).hasSize(2);
            assertThat(nodes)
                    .filteredOn(n -> n.getX509SvidExpiresAt() < NOW.getEpochSecond())
                    .hasSize(2);
            assertThat(acme).filteredOn(Entry::getDownstream).hasSize(1);
            assertThat(acme).filteredOn(Entry::getStoreSvid).hasSize(1);
            assertThat(acme).filteredOn(Entry::getAdmin).hasSize(3);
            assertThat(acme).filteredOn(e -> e.getX509SvidTtl() == 86_400).hasSizeGreaterThan(3);
            assertThat(acme)
                    .filteredOn(e -> e.getDnsNamesList().contains("*.shop.acme.test"))
                    .hasSize(1);
        }
    }

    @Test
    void startsWithEachOthersBundles() throws Exception {
        try (var lab = Lab.start(new DrivenTime(NOW));
                var wire = Wire.unix(lab.acme())) {
            var partner =
                    BundleGrpc.newBlockingStub(wire.channel())
                            .getFederatedBundle(
                                    GetFederatedBundleRequest.newBuilder()
                                            .setTrustDomain("partner.test")
                                            .build());

            assertThat(partner.getX509Authorities(0).getAsn1().toByteArray())
                    .isEqualTo(lab.partner().trustDomain().authorities().getFirst().getEncoded());
            assertThat(partner.getRefreshHint()).isEqualTo(300);
        }
    }

    @Test
    void writesCredentialsForTheirOwnerOnly() throws Exception {
        try (var lab = Lab.start(new DrivenTime(NOW))) {
            var svid = lab.acme().trustDomain().issueX509(Lab.CONSOLE, Duration.ofHours(1));
            var files = svid.writeTo(lab.folder());

            assertThat(files.key()).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
            assertThat(files.chain()).hasContent(svid.chainPem());
            assertThat(Files.getPosixFilePermissions(files.key()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(svid).hasToString("IssuedSvid[spiffe://acme.test/ops/console]");
        }
    }

    @Test
    void startsInLessThanASecond() throws Exception {
        Lab.start().close(); // loads the classes

        var before = System.nanoTime();
        Lab.start().close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    }
}
