package dev.curfew.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.lab.time.DrivenTime;
import dev.curfew.wire.spire.agent.AgentGrpc;
import dev.curfew.wire.spire.agent.BanAgentRequest;
import dev.curfew.wire.spire.agent.ListAgentsRequest;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.entry.BatchDeleteEntryRequest;
import dev.curfew.wire.spire.entry.EntryGrpc;
import dev.curfew.wire.spire.entry.GetEntryRequest;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.localauthority.ActivateX509AuthorityRequest;
import dev.curfew.wire.spire.localauthority.GetX509AuthorityStateRequest;
import dev.curfew.wire.spire.localauthority.LocalAuthorityGrpc;
import dev.curfew.wire.spire.localauthority.PrepareX509AuthorityRequest;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers of one trust domain, as for high availability. */
class PairTest {
    private final DrivenTime time = new DrivenTime(Instant.parse("2026-11-22T12:00:00Z"));
    private Lab lab;
    private LabServer second;
    private Wire a;
    private Wire b;

    @BeforeEach
    void start() throws Exception {
        lab = Lab.start(LabOptions.QUIET.withPair(), time);
        second = lab.second().orElseThrow();
        a = Wire.unix(lab.acme());
        b = Wire.unix(second);
    }

    @AfterEach
    void stop() throws Exception {
        a.close();
        b.close();
        lab.close();
    }

    private static List<Entry> entries(Wire wire) {
        return EntryGrpc.newBlockingStub(wire.channel())
                .listEntries(ListEntriesRequest.getDefaultInstance())
                .getEntriesList();
    }

    private static List<Agent> nodes(Wire wire) {
        return AgentGrpc.newBlockingStub(wire.channel())
                .listAgents(ListAgentsRequest.getDefaultInstance())
                .getAgentsList();
    }

    private static String active(Wire wire) {
        return LocalAuthorityGrpc.newBlockingStub(wire.channel())
                .getX509AuthorityState(GetX509AuthorityStateRequest.getDefaultInstance())
                .getActive()
                .getAuthorityId();
    }

    private static int roots(Wire wire) {
        return BundleGrpc.newBlockingStub(wire.channel())
                .getBundle(GetBundleRequest.getDefaultInstance())
                .getX509AuthoritiesCount();
    }

    @Test
    void bothShowTheSameEntriesNodesAndBundle() {
        assertThat(entries(b)).isEqualTo(entries(a)).isNotEmpty();
        assertThat(nodes(b)).isEqualTo(nodes(a)).isNotEmpty();
        assertThat(roots(a)).isEqualTo(2);
        assertThat(roots(b)).isEqualTo(2);
        assertThat(second.unixTarget()).isNotEqualTo(lab.acme().unixTarget());
        assertThat(second.trustDomain().name()).isEqualTo(Lab.ACME);
    }

    @Test
    void eachHasAuthoritiesOfItsOwnAndRotatesThemAlone() {
        var firstBefore = active(a);
        var secondBefore = active(b);
        assertThat(secondBefore).isNotEqualTo(firstBefore);
        var authorities = LocalAuthorityGrpc.newBlockingStub(a.channel());
        var prepared =
                authorities
                        .prepareX509Authority(PrepareX509AuthorityRequest.getDefaultInstance())
                        .getPreparedAuthority()
                        .getAuthorityId();
        authorities.activateX509Authority(
                ActivateX509AuthorityRequest.newBuilder().setAuthorityId(prepared).build());

        assertThat(active(a)).isEqualTo(prepared);
        assertThat(active(b)).isEqualTo(secondBefore);
        assertThat(roots(b)).isEqualTo(3);
    }

    @Test
    void aDeletionOnOneIsInTheOthersListAtOnceAndInItsCacheAfterTheReload() {
        var gone = entries(a).getFirst();
        EntryGrpc.newBlockingStub(a.channel())
                .batchDeleteEntry(
                        BatchDeleteEntryRequest.newBuilder().addIds(gone.getId()).build());

        assertThat(
                        TestServer.refusal(() ->
                                EntryGrpc.newBlockingStub(b.channel())
                                        .getEntry(
                                                GetEntryRequest.newBuilder()
                                                        .setId(gone.getId())
                                                        .build())))
                .isEqualTo("NOT_FOUND entry not found");
        assertThat(second.parts().cache().entries()).contains(gone);
        assertThat(lab.acme().parts().cache().entries()).contains(gone);

        time.advance(Duration.ofSeconds(5));
        assertThat(second.parts().cache().entries()).isEqualTo(entries(b)).doesNotContain(gone);
        assertThat(lab.acme().parts().cache().entries()).doesNotContain(gone);
    }

    @Test
    void aBanOnOneHoldsOnTheOther() {
        var node = nodes(a).getFirst();
        AgentGrpc.newBlockingStub(b.channel())
                .banAgent(BanAgentRequest.newBuilder().setId(node.getId()).build());

        assertThat(nodes(a).getFirst().getBanned()).isTrue();
    }

    @Test
    void nodesRenewOnWhicheverServerTheyAreWith() {
        time.advance(Duration.ofMinutes(34));

        var signedByA = lab.acme().parts().x509().active().id();
        var signedByB = second.parts().x509().active().id();
        var authorities =
                nodes(a).stream()
                        .filter(node -> lab.acme().parts().machines().accepts(node.getId()))
                        .map(node -> lab.acme().parts().nodes().authorityOf(node.getId()))
                        .toList();
        assertThat(authorities).contains(signedByA, signedByB).hasSize(22);
    }

    @Test
    void theSecondOneComesAndGoes() throws Exception {
        var socket = Path.of(second.unixTarget().substring("unix:".length()));
        assertThat(lab.startSecond()).isSameAs(second);

        lab.stopSecond();
        assertThat(lab.second()).isEmpty();
        assertThat(Files.exists(socket)).isFalse();
        // What it has signed stays valid.
        assertThat(roots(a)).isEqualTo(2);

        assertThat(lab.startSecond().unixTarget()).isEqualTo(second.unixTarget());
        assertThat(roots(a)).isEqualTo(3);
    }
}
