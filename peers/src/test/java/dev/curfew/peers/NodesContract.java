package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.failure;
import static dev.curfew.peers.Outcomes.value;
import static dev.curfew.peers.Wire.id;
import static dev.curfew.peers.Wire.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.BoolValue;
import dev.curfew.identity.Node;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.NodeFilter;
import dev.curfew.spire.ScanListener;
import dev.curfew.wire.spire.agent.AgentGrpc;
import dev.curfew.wire.spire.agent.BanAgentRequest;
import dev.curfew.wire.spire.agent.CountAgentsRequest;
import dev.curfew.wire.spire.agent.DeleteAgentRequest;
import dev.curfew.wire.spire.agent.GetAgentRequest;
import dev.curfew.wire.spire.agent.ListAgentsRequest;
import dev.curfew.wire.spire.agent.ListAgentsRequest.Filter;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.AgentMask;
import dev.curfew.wire.spire.types.SPIFFEID;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes (SPIRE agents): how they are listed and shown. */
abstract class NodesContract extends SpireContract {
    private SpiffeId byCertificate;
    private SpiffeId banned;

    @BeforeAll
    void attest() {
        byCertificate = peer().attestByCertificate("one");
        peer().attestByToken("two");
        banned = peer().attestByToken("three");
        value(server().nodes().ban(banned));
    }

    private AgentGrpc.AgentBlockingStub agents() {
        return AgentGrpc.newBlockingStub(wire());
    }

    private List<Agent> list(Filter.Builder filter) {
        return agents().listAgents(ListAgentsRequest.newBuilder().setFilter(filter).build())
                .getAgentsList();
    }

    private int count(CountAgentsRequest.Filter.Builder filter) {
        return agents().countAgents(CountAgentsRequest.newBuilder().setFilter(filter).build())
                .getCount();
    }

    private List<Node> scan(NodeFilter filter) {
        return server().nodes().scan(filter, ScanListener.silent()).rows();
    }

    private List<SpiffeId> idsThat(Predicate<Node> condition) {
        return scan(NodeFilter.NONE).stream().filter(condition).map(Node::id).toList();
    }

    @Test
    void aNodeByCertificateSaysWhatItIs() {
        Node node = value(server().nodes().get(byCertificate));

        assertThat(node.attestationType()).isEqualTo("x509pop");
        assertThat(node.canReattest()).isTrue();
        assertThat(node.banned()).isFalse();
        assertThat(node.serial()).containsOnlyDigits();
        assertThat(node.selectors())
                .extracting(Object::toString)
                .contains("x509pop:subject:cn:one");
        assertThat(node.expiresAt())
                .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3601));
    }

    @Test
    void filtersByTypeBanAndReattestation() {
        assertThat(list(Filter.newBuilder().setByAttestationType("join_token")))
                .hasSize(2)
                .allMatch(agent -> !agent.getCanReattest());
        assertThat(list(Filter.newBuilder().setByBanned(BoolValue.of(true))))
                .extracting(Agent::getId)
                .containsExactly(id(banned.getPath()));
        assertThat(list(Filter.newBuilder().setByCanReattest(BoolValue.of(true))))
                .extracting(Agent::getId)
                .containsExactly(id(byCertificate.getPath()));
        assertThat(count(CountAgentsRequest.Filter.newBuilder().setByBanned(BoolValue.of(false))))
                .isEqualTo(2);
    }

    @Test
    void ourFiltersAgreeWithAScan() {
        assertThat(
                        scan(
                                new NodeFilter(
                                        Optional.of("join_token"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())))
                .extracting(Node::id)
                .isEqualTo(idsThat(node -> node.attestationType().equals("join_token")));
        assertThat(
                        scan(
                                new NodeFilter(
                                        Optional.empty(),
                                        Optional.of(true),
                                        Optional.of(false),
                                        Optional.empty())))
                .extracting(Node::id)
                .isEqualTo(idsThat(node -> node.banned() && !node.canReattest()));
        assertThat(value(server().nodes().count())).isEqualTo(scan(NodeFilter.NONE).size());
    }

    @Test
    void theExpiryFilterWorksInGosLayoutAlone() {
        assertThat(expiringBefore("2020-01-01 00:00:00 +0000 +00")).isZero();
        assertThat(expiringBefore("2020-01-01 0:00:00.5 +0530 +05")).isZero();
        assertThat(expiringBefore("2999-01-01 00:00:00 +0000 +00")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-01 00:00:00 +0000 UTC",
                "2020-01-01T00:00:00Z",
                "2020-01-01",
                "2020-13-01 00:00:00 +0000 +00",
                "garbage"
            })
    void inAnyOtherLayoutTheExpiryFilterSilentlyFiltersNothing(String text) {
        assertThat(expiringBefore(text)).isEqualTo(3);
    }

    /** The same by List and by Count. */
    private int expiringBefore(String text) {
        int listed = list(Filter.newBuilder().setByExpiresBefore(text)).size();
        assertThat(count(CountAgentsRequest.Filter.newBuilder().setByExpiresBefore(text)))
                .isEqualTo(listed);
        return listed;
    }

    @Test
    void ourExpiryFilterIsReallyOne() {
        assertThat(scan(NodeFilter.expiringBefore(Instant.parse("2020-01-01T00:00:00Z"))))
                .isEmpty();
        assertThat(scan(NodeFilter.expiringBefore(Instant.now().plus(Duration.ofDays(1)))))
                .hasSize(3);
    }

    @Test
    void pagesLikeEntriesWithAnExtraEmptyPage() {
        var first = agents().listAgents(ListAgentsRequest.newBuilder().setPageSize(2).build());
        var second = page(2, first.getNextPageToken());
        var third = page(2, second.getNextPageToken());

        assertThat(first.getAgentsCount()).isEqualTo(2);
        assertThat(second.getAgentsCount()).isEqualTo(1);
        assertThat(second.getNextPageToken()).isNotEmpty();
        assertThat(third.getAgentsCount()).isZero();
        assertThat(third.getNextPageToken()).isEmpty();
        assertThat(said(() -> page(1, "x")))
                .isEqualTo("INTERNAL failed to list agents: could not parse token 'x'");
    }

    private dev.curfew.wire.spire.agent.ListAgentsResponse page(int size, String token) {
        return agents().listAgents(
                        ListAgentsRequest.newBuilder()
                                .setPageSize(size)
                                .setPageToken(token)
                                .build());
    }

    @Test
    void aMaskLeavesTheIdAndWhatItNames() {
        Agent shown =
                agents().getAgent(
                                GetAgentRequest.newBuilder()
                                        .setId(id(byCertificate.getPath()))
                                        .setOutputMask(AgentMask.newBuilder().setCanReattest(true))
                                        .build());

        assertThat(shown)
                .isEqualTo(
                        Agent.newBuilder()
                                .setId(id(byCertificate.getPath()))
                                .setCanReattest(true)
                                .build());
    }

    @Test
    void aBanKeepsTheRowAndEmptiesTheSerialNumberAndMayBeRepeated() {
        Node before = value(server().nodes().get(banned));

        assertThat(before.banned()).isTrue();
        assertThat(before.serial()).isEmpty();
        assertThat(before.expiresAt()).isAfter(Instant.now());
        assertThat(value(server().nodes().ban(banned))).isEqualTo(banned);
        assertThat(value(server().nodes().get(banned))).isEqualTo(before);
    }

    @Test
    void refusesNodesThatAreNone() {
        assertThat(get(id("/spire/agent/x509pop/nobody"))).isEqualTo("NOT_FOUND agent not found");
        assertThat(get(id("/agent/planner")))
                .isEqualTo(
                        "INVALID_ARGUMENT invalid agent ID: \"spiffe://acme.test/agent/planner\" is"
                                + " not an agent in trust domain \"acme.test\"; path is not in the"
                                + " agent namespace");
        assertThat(get(id("other.test", "/spire/agent/x")))
                .isEqualTo(
                        "INVALID_ARGUMENT invalid agent ID: \"spiffe://other.test/spire/agent/x\""
                                + " is not a member of trust domain \"acme.test\"");
        assertThat(said(() -> agents().banAgent(BanAgentRequest.getDefaultInstance())))
                .isEqualTo("INVALID_ARGUMENT invalid agent ID: request must specify SPIFFE ID");
        assertThat(
                        said(() ->
                                agents().deleteAgent(
                                                DeleteAgentRequest.newBuilder()
                                                        .setId(id("/spire/agent/a"))
                                                        .build())))
                .isEqualTo("NOT_FOUND agent not found");
    }

    private String get(SPIFFEID id) {
        return said(() -> agents().getAgent(GetAgentRequest.newBuilder().setId(id).build()));
    }

    @Test
    void ourClientFindsNoNodeThatIsNotThere() {
        assertThat(failure(server().nodes().get(spiffeId("/spire/agent/nobody"))).reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(failure(server().nodes().ban(spiffeId("/spire/agent/nobody"))).reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(failure(server().nodes().ban(spiffeId("/agent/planner"))).reason())
                .isEqualTo(Reason.REFUSED);
    }
}
