package dev.curfew.lab;

import static dev.curfew.lab.TestServer.id;
import static dev.curfew.lab.TestServer.refusal;
import static dev.curfew.lab.TestServer.selector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.wire.spire.agent.BanAgentRequest;
import dev.curfew.wire.spire.agent.DeleteAgentRequest;
import dev.curfew.wire.spire.agent.GetAgentRequest;
import dev.curfew.wire.spire.agent.ListAgentsRequest;
import dev.curfew.wire.spire.entry.BatchCreateEntryRequest;
import dev.curfew.wire.spire.entry.GetEntryRequest;
import dev.curfew.wire.spire.localauthority.ActivateX509AuthorityRequest;
import dev.curfew.wire.spire.localauthority.GetX509AuthorityStateRequest;
import dev.curfew.wire.spire.localauthority.PrepareX509AuthorityRequest;
import dev.curfew.wire.spire.localauthority.RevokeX509AuthorityRequest;
import dev.curfew.wire.spire.localauthority.TaintX509AuthorityRequest;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.SPIFFEID;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    private TestServer acme;

    @BeforeEach
    void start() throws Exception {
        acme = TestServer.seeded();
    }

    @AfterEach
    void stop() throws Exception {
        acme.close();
    }

    private List<Agent> nodes() {
        return acme.agents().listAgents(ListAgentsRequest.getDefaultInstance()).getAgentsList();
    }

    /** Nodes that are there, unbanned and alive: 28 without two banned, two stale, two stopped. */
    private Map<SPIFFEID, String> serialsOfTheLiving() {
        var inTwentyMinutes = acme.now().plusSeconds(20 * 60).getEpochSecond();
        return nodes().stream()
                .filter(node -> !node.getBanned())
                .filter(node -> node.getX509SvidExpiresAt() > inTwentyMinutes)
                .collect(Collectors.toMap(Agent::getId, Agent::getX509SvidSerialNumber));
    }

    private Agent get(SPIFFEID id) {
        return acme.agents().getAgent(GetAgentRequest.newBuilder().setId(id).build());
    }

    private String rotate() {
        var old =
                acme.authorities()
                        .getX509AuthorityState(GetX509AuthorityStateRequest.getDefaultInstance())
                        .getActive()
                        .getAuthorityId();
        var prepared =
                acme.authorities()
                        .prepareX509Authority(PrepareX509AuthorityRequest.getDefaultInstance())
                        .getPreparedAuthority()
                        .getAuthorityId();
        acme.authorities()
                .activateX509Authority(
                        ActivateX509AuthorityRequest.newBuilder().setAuthorityId(prepared).build());
        return old;
    }

    private void taint(String id) {
        acme.authorities()
                .taintX509Authority(
                        TaintX509AuthorityRequest.newBuilder().setAuthorityId(id).build());
    }

    private void revoke(String id) {
        acme.authorities()
                .revokeX509Authority(
                        RevokeX509AuthorityRequest.newBuilder().setAuthorityId(id).build());
    }

    @Test
    void prunesExpiredEntriesEveryFiveMinutesSinceTheStart() {
        acme.pass(Duration.ofSeconds(280));
        var soon =
                acme.entries()
                        .batchCreateEntry(
                                BatchCreateEntryRequest.newBuilder()
                                        .addEntries(
                                                Entry.newBuilder()
                                                        .setSpiffeId(id("/agent/short"))
                                                        .setParentId(id("/pool/ai"))
                                                        .addSelectors(selector("unix:uid:7"))
                                                        .setExpiresAt(
                                                                acme.now()
                                                                        .minusSeconds(60)
                                                                        .getEpochSecond()))
                                        .build())
                        .getResults(0)
                        .getEntry();
        var get = GetEntryRequest.newBuilder().setId(soon.getId()).build();

        acme.pass(Duration.ofSeconds(19));
        assertThat(acme.entries().getEntry(get)).isEqualTo(soon);

        acme.pass(Duration.ofSeconds(1));
        assertThat(refusal(() -> acme.entries().getEntry(get)))
                .isEqualTo("NOT_FOUND entry not found");
    }

    @Test
    void livingNodesRenewAtHalfOfTheirLifeAndTheOthersDoNot() {
        var before = nodes();
        var living = serialsOfTheLiving();
        assertThat(living).hasSize(22);

        acme.pass(Duration.ofMinutes(34));

        for (var node : before) {
            var after = get(node.getId());
            if (living.containsKey(node.getId())) {
                assertThat(after.getX509SvidSerialNumber())
                        .isNotEqualTo(node.getX509SvidSerialNumber());
                assertThat(after.getX509SvidExpiresAt()).isGreaterThan(node.getX509SvidExpiresAt());
            } else {
                assertThat(after).isEqualTo(node);
            }
        }
    }

    @Test
    void anActivationAloneChangesNoSerialNumber() {
        var before = serialsOfTheLiving();
        rotate();

        acme.pass(Duration.ofSeconds(12));

        assertThat(changed(before)).isLessThan(before.size() / 2);
    }

    @Test
    void afterATaintEveryLivingNodeChangesWithinNineSeconds() {
        var before = serialsOfTheLiving();
        taint(rotate());

        acme.pass(Duration.ofMillis(1_500));
        assertThat(changed(before)).isZero();

        acme.pass(Duration.ofMillis(7_300));
        assertThat(changed(before)).isEqualTo(before.size());
    }

    private long changed(Map<SPIFFEID, String> before) {
        return before.entrySet().stream()
                .filter(e -> !get(e.getKey()).getX509SvidSerialNumber().equals(e.getValue()))
                .count();
    }

    @Test
    void revokingBeforeTheNodesHaveSeenTheTaintLocksThemOutForGood() {
        var before = serialsOfTheLiving();
        var old = rotate();
        taint(old);
        revoke(old);

        acme.pass(Duration.ofHours(2));

        assertThat(changed(before)).isZero();
    }

    @Test
    void anEvictedNodeThatCanAttestAgainIsSoonBackAndABannedOneIsNot() {
        var k8s = living("k8s_psat");
        acme.agents().deleteAgent(DeleteAgentRequest.newBuilder().setId(k8s.getId()).build());
        assertThat(refusal(() -> get(k8s.getId()))).isEqualTo("NOT_FOUND agent not found");

        acme.pass(Duration.ofSeconds(5));
        assertThat(get(k8s.getId()).getX509SvidSerialNumber())
                .isNotEmpty()
                .isNotEqualTo(k8s.getX509SvidSerialNumber());
        assertThat(nodes().getLast().getId()).isEqualTo(k8s.getId());

        acme.agents().banAgent(BanAgentRequest.newBuilder().setId(k8s.getId()).build());
        acme.agents().deleteAgent(DeleteAgentRequest.newBuilder().setId(k8s.getId()).build());
        acme.pass(Duration.ofMinutes(1));
        assertThat(refusal(() -> get(k8s.getId()))).isEqualTo("NOT_FOUND agent not found");
    }

    @Test
    void anEvictedNodeWithAJoinTokenDoesNotComeBack() {
        var node = living("join_token");
        acme.agents().deleteAgent(DeleteAgentRequest.newBuilder().setId(node.getId()).build());

        acme.pass(Duration.ofMinutes(1));

        assertThat(refusal(() -> get(node.getId()))).isEqualTo("NOT_FOUND agent not found");
    }

    private Agent living(String attestor) {
        return nodes().stream()
                .filter(node -> node.getAttestationType().equals(attestor))
                .filter(node -> serialsOfTheLiving().containsKey(node.getId()))
                .findFirst()
                .orElseThrow();
    }
}
