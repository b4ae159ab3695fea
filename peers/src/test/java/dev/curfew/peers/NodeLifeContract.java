package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.failure;
import static dev.curfew.peers.Outcomes.value;
import static dev.curfew.peers.Wire.id;
import static dev.curfew.peers.Wire.said;
import static dev.curfew.peers.Wire.selector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.Node;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.JoinToken;
import dev.curfew.wire.spire.agent.AgentGrpc;
import dev.curfew.wire.spire.agent.CreateJoinTokenRequest;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.types.Entry;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How nodes come, are evicted and are let in again. */
abstract class NodeLifeContract extends SpireContract {

    private Optional<Node> find(SpiffeId id) {
        return server().nodes().get(id) instanceof Outcome.Ok<Node>(var node)
                ? Optional.of(node)
                : Optional.empty();
    }

    @Test
    void anEvictedNodeThatMayAttestAgainIsSoonBackWithAnotherSerialNumber() {
        SpiffeId id = peer().attestByCertificate("returning");
        Node before = value(server().nodes().get(id));

        value(server().nodes().delete(id));

        Node after = Waiting.value("the node", Duration.ofSeconds(20), () -> find(id));
        assertThat(after.serial()).isNotEqualTo(before.serial());
        assertThat(after.banned()).isFalse();
    }

    @Test
    void aNodeShowsThatItHasSeenATaintByAnotherSerialNumber() {
        SpiffeId id = peer().attestByCertificate("rotating");
        Node before = value(server().nodes().get(id));
        String old = active();
        value(server().authorities().activate(Kind.X509, prepare()));
        assertThat(value(server().nodes().get(id))).isEqualTo(before);

        value(server().authorities().taint(Kind.X509, old));

        Node after =
                Waiting.value(
                        "the new serial number",
                        Duration.ofSeconds(30),
                        () -> find(id).filter(node -> !node.serial().equals(before.serial())));
        assertThat(after.banned()).isFalse();
        value(server().authorities().revoke(Kind.X509, old));
    }

    private String active() {
        return value(server().authorities().slots(Kind.X509)).active().orElseThrow().authorityId();
    }

    private String prepare() {
        return value(server().authorities().prepare(Kind.X509)).authorityId();
    }

    @Test
    void liftingABanForgetsTheNode() {
        SpiffeId id = peer().attestByToken("lifted");
        value(server().nodes().ban(id));

        value(server().nodes().delete(id));

        assertThat(failure(server().nodes().get(id)).reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(failure(server().nodes().delete(id)).detail()).isEqualTo("agent not found");
    }

    @Test
    void theAgentsVersionIsShown() {
        SpiffeId id = peer().attestByCertificate("versioned");

        String version =
                Waiting.value(
                        "the version",
                        Duration.ofSeconds(20),
                        () -> find(id).map(Node::version).filter(text -> !text.isEmpty()));

        assertThat(version).startsWith(Binaries.pinned());
    }

    private AgentGrpc.AgentBlockingStub agents() {
        return AgentGrpc.newBlockingStub(wire());
    }

    @Test
    void aJoinTokenForAnAliasMakesTheAliasEntry() {
        CreateJoinTokenRequest request =
                CreateJoinTokenRequest.newBuilder()
                        .setTtl(60)
                        .setToken("t-1")
                        .setAgentId(id("/edge/new"))
                        .build();
        long before = Instant.now().getEpochSecond();

        var token = agents().createJoinToken(request);

        assertThat(token.getValue()).isEqualTo("t-1");
        assertThat(token.getExpiresAt()).isBetween(before + 60, before + 90);
        Entry alias =
                entries()
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
        assertThat(said(() -> agents().createJoinToken(request)))
                .startsWith("INTERNAL failed to create token: datastore-sql: UNIQUE constraint");
    }

    @Test
    void refusesTokensWithoutALifeOrWithAnAliasElsewhere() {
        assertThat(
                        said(() ->
                                agents().createJoinToken(
                                                CreateJoinTokenRequest.getDefaultInstance())))
                .isEqualTo("INVALID_ARGUMENT ttl is required, you must provide one");
        assertThat(
                        said(() ->
                                agents().createJoinToken(
                                                CreateJoinTokenRequest.newBuilder()
                                                        .setTtl(60)
                                                        .setAgentId(id("other.test", "/x"))
                                                        .build())))
                .isEqualTo(
                        "INVALID_ARGUMENT invalid agent ID: \"spiffe://other.test/x\" is not a"
                                + " member of trust domain \"acme.test\"");
    }

    @Test
    void ourClientMakesATokenThatTheServerChose() {
        JoinToken token =
                value(server().nodes().createJoinToken(Duration.ofMinutes(2), Optional.empty()));

        assertThat(token.value()).matches("[0-9a-f-]{36}");
        assertThat(token.expiresAt())
                .isBetween(Instant.now().plusSeconds(100), Instant.now().plusSeconds(121));
        assertThat(token.toString()).doesNotContain(token.value());
    }
}
