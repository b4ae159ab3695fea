package dev.curfew.lab;

import static dev.curfew.lab.TestServer.id;
import static dev.curfew.lab.TestServer.refusal;
import static dev.curfew.lab.TestServer.selector;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.BoolValue;
import dev.curfew.wire.spire.agent.BanAgentRequest;
import dev.curfew.wire.spire.agent.CountAgentsRequest;
import dev.curfew.wire.spire.agent.CreateJoinTokenRequest;
import dev.curfew.wire.spire.agent.DeleteAgentRequest;
import dev.curfew.wire.spire.agent.GetAgentRequest;
import dev.curfew.wire.spire.agent.ListAgentsRequest;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.AgentMask;
import dev.curfew.wire.spire.types.SPIFFEID;
import dev.curfew.wire.spire.types.SelectorMatch;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeServiceTest {
    private TestServer acme;

    @BeforeEach
    void start() throws Exception {
        acme = TestServer.seeded();
    }

    @AfterEach
    void stop() throws Exception {
        acme.close();
    }

    private List<Agent> list(ListAgentsRequest.Filter.Builder filter) {
        return acme.agents()
                .listAgents(ListAgentsRequest.newBuilder().setFilter(filter).build())
                .getAgentsList();
    }

    private Agent any(boolean canReattest) {
        return list(ListAgentsRequest.Filter.newBuilder()
                        .setByBanned(BoolValue.of(false))
                        .setByCanReattest(BoolValue.of(canReattest)))
                .getFirst();
    }

    private Agent get(SPIFFEID id) {
        return acme.agents().getAgent(GetAgentRequest.newBuilder().setId(id).build());
    }

    @Test
    void filtersByWhatTheServerKnows() {
        assertThat(list(ListAgentsRequest.Filter.newBuilder().setByAttestationType("x509pop")))
                .hasSize(4)
                .allMatch(agent -> agent.getAttestationType().equals("x509pop"));
        assertThat(list(ListAgentsRequest.Filter.newBuilder().setByBanned(BoolValue.of(true))))
                .hasSize(2)
                .allMatch(agent -> agent.getX509SvidSerialNumber().isEmpty())
                .allMatch(agent -> agent.getX509SvidExpiresAt() > 0);
        assertThat(
                        list(
                                ListAgentsRequest.Filter.newBuilder()
                                        .setBySelectorMatch(
                                                SelectorMatch.newBuilder()
                                                        .addSelectors(
                                                                selector(
                                                                        "k8s_psat:agent_node_label:pool:ai"))
                                                        .setMatch(
                                                                SelectorMatch.MatchBehavior
                                                                        .MATCH_SUPERSET))))
                .hasSize(5);
        assertThat(
                        acme.agents()
                                .countAgents(
                                        CountAgentsRequest.newBuilder()
                                                .setFilter(
                                                        CountAgentsRequest.Filter.newBuilder()
                                                                .setByBanned(BoolValue.of(false)))
                                                .build())
                                .getCount())
                .isEqualTo(26);
    }

    @Test
    void theExpiryFilterTakesOnlyGosLayout() {
        assertThat(before("2020-01-01 00:00:00 +0000 +00")).isEmpty();
        assertThat(before("2020-01-01 0:00:00.5 +0530 +05")).isEmpty();
        assertThat(before("2999-01-01 00:00:00 +0000 +00")).hasSize(28);
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
        assertThat(before(text)).hasSize(28);
    }

    private List<Agent> before(String text) {
        return list(ListAgentsRequest.Filter.newBuilder().setByExpiresBefore(text));
    }

    @Test
    void pagesLikeEntriesWithAnExtraEmptyPage() {
        var first =
                acme.agents().listAgents(ListAgentsRequest.newBuilder().setPageSize(20).build());
        var second =
                acme.agents()
                        .listAgents(
                                ListAgentsRequest.newBuilder()
                                        .setPageSize(20)
                                        .setPageToken(first.getNextPageToken())
                                        .build());

        assertThat(first.getNextPageToken()).isEqualTo("20");
        assertThat(second.getAgentsCount()).isEqualTo(8);
        assertThat(second.getNextPageToken()).isEqualTo("28");
        assertThat(
                        refusal(() ->
                                acme.agents()
                                        .listAgents(
                                                ListAgentsRequest.newBuilder()
                                                        .setPageSize(1)
                                                        .setPageToken("x")
                                                        .build())))
                .isEqualTo("INTERNAL failed to list agents: could not parse token 'x'");
    }

    @Test
    void masksWhatItShows() {
        var agent = any(true);

        var shown =
                acme.agents()
                        .getAgent(
                                GetAgentRequest.newBuilder()
                                        .setId(agent.getId())
                                        .setOutputMask(AgentMask.newBuilder().setCanReattest(true))
                                        .build());

        assertThat(shown)
                .isEqualTo(Agent.newBuilder().setId(agent.getId()).setCanReattest(true).build());
    }

    @Test
    void aBanKeepsTheRowAndEmptiesTheSerialNumber() {
        var agent = any(true);
        var ban = BanAgentRequest.newBuilder().setId(agent.getId()).build();
        var afterBan = agent.toBuilder().clearX509SvidSerialNumber().setBanned(true).build();

        acme.agents().banAgent(ban);
        assertThat(get(agent.getId())).isEqualTo(afterBan);

        acme.agents().banAgent(ban);
        assertThat(get(agent.getId())).isEqualTo(afterBan);
    }

    @Test
    void deletingLiftsABanByForgettingTheNode() {
        var agent = any(true);
        acme.agents().banAgent(BanAgentRequest.newBuilder().setId(agent.getId()).build());
        acme.agents().deleteAgent(DeleteAgentRequest.newBuilder().setId(agent.getId()).build());

        assertThat(refusal(() -> get(agent.getId()))).isEqualTo("NOT_FOUND agent not found");
    }

    @Test
    void refusesNodesThatAreNone() {
        assertThat(refusal(() -> get(id("/spire/agent/x509pop/nobody"))))
                .isEqualTo("NOT_FOUND agent not found");
        assertThat(refusal(() -> get(id("/agent/planner"))))
                .isEqualTo(
                        "INVALID_ARGUMENT invalid agent ID: \"spiffe://acme.test/agent/planner\" is"
                                + " not an agent in trust domain \"acme.test\"; path is not in the"
                                + " agent namespace");
        assertThat(
                        refusal(() ->
                                get(
                                        SPIFFEID.newBuilder()
                                                .setTrustDomain("other.test")
                                                .setPath("/spire/agent/x")
                                                .build())))
                .isEqualTo(
                        "INVALID_ARGUMENT invalid agent ID: \"spiffe://other.test/spire/agent/x\""
                                + " is not a member of trust domain \"acme.test\"");
        assertThat(refusal(() -> acme.agents().banAgent(BanAgentRequest.getDefaultInstance())))
                .isEqualTo("INVALID_ARGUMENT invalid agent ID: request must specify SPIFFE ID");
        assertThat(
                        refusal(() ->
                                acme.agents()
                                        .deleteAgent(
                                                DeleteAgentRequest.newBuilder()
                                                        .setId(id("/spire/agent/a"))
                                                        .build())))
                .isEqualTo("NOT_FOUND agent not found");
    }

    @Test
    void aJoinTokenForAnAliasMakesTheAliasEntry() {
        var request =
                CreateJoinTokenRequest.newBuilder()
                        .setTtl(60)
                        .setToken("t-1")
                        .setAgentId(id("/edge/new"))
                        .build();

        var token = acme.agents().createJoinToken(request);

        assertThat(token.getValue()).isEqualTo("t-1");
        assertThat(token.getExpiresAt()).isEqualTo(acme.now().plusSeconds(60).getEpochSecond());
        var alias =
                acme.entries()
                        .listEntries(
                                ListEntriesRequest.newBuilder()
                                        .setFilter(
                                                ListEntriesRequest.Filter.newBuilder()
                                                        .setBySpiffeId(id("/edge/new")))
                                        .build())
                        .getEntries(0);
        assertThat(alias.getParentId()).isEqualTo(id("/spire/agent/join_token/t-1"));
        assertThat(alias.getSelectorsList())
                .containsExactly(
                        selector("spiffe_id:spiffe://acme.test/spire/agent/join_token/t-1"));
        assertThat(refusal(() -> acme.agents().createJoinToken(request)))
                .startsWith("INTERNAL failed to create token: datastore-sql: UNIQUE constraint");
        assertThat(
                        refusal(() ->
                                acme.agents()
                                        .createJoinToken(
                                                CreateJoinTokenRequest.getDefaultInstance())))
                .isEqualTo("INVALID_ARGUMENT ttl is required, you must provide one");
    }
}
