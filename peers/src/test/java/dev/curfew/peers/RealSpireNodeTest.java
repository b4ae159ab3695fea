package dev.curfew.peers;

import static dev.curfew.containment.ItemReport.State.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangeReport;
import dev.curfew.estate.NodeState;
import dev.curfew.identity.Node;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What actions on nodes do to real agents. */
@NeedsSpire
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealSpireNodeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RealSpire spire;
    private Console console;

    @BeforeAll
    void start() {
        spire = RealSpire.builder(Binaries.find().orElseThrow()).start();
        console = Console.live();
        console.connect(spire.localProfile(Console.NAME));
    }

    @AfterAll
    void stop() {
        console.close();
        spire.close();
    }

    private Node see(SpiffeId id) {
        console.estates().rereadNodes(Console.NAME);
        return console.node(id);
    }

    private NodeState state(SpiffeId id) {
        return NodeState.of(see(id), Instant.now());
    }

    @Test
    void aBannedAgentStopsAndIsBackAfterTheBanIsLifted() {
        RealAgent agent = spire.startAgent("banned");
        Node seen = see(agent.nodeId());

        ChangeReport banned = console.run(new Change.BanNode(seen));

        assertThat(Console.states(banned)).containsExactly(CONFIRMED);
        assertThat(agent.endsWithin(PATIENCE)).isTrue();
        assertThat(state(agent.nodeId())).isEqualTo(NodeState.BANNED);

        agent.launch();
        assertThat(agent.endsWithin(PATIENCE)).isTrue();
        assertThat(agent.complaints()).contains("agent is banned");

        ChangeReport lifted = console.undo(banned);

        assertThat(Console.states(lifted)).containsExactly(CONFIRMED);
        agent.start();
        assertThat(state(agent.nodeId())).isEqualTo(NodeState.ATTESTED);
        assertThat(see(agent.nodeId()).serial()).isNotEqualTo(seen.serial());
    }

    @Test
    void anEvictedAgentThatMayAttestAgainIsSimplyBack() {
        RealAgent agent = spire.startAgent("evicted");
        Node seen = see(agent.nodeId());

        ChangeReport evicted = console.run(new Change.EvictNode(seen));

        assertThat(Console.states(evicted)).containsExactly(CONFIRMED);
        assertThat(
                        Waiting.until(
                                PATIENCE,
                                () ->
                                        console.server().nodes().get(agent.nodeId())
                                                instanceof dev.curfew.outcome.Outcome.Ok<Node>))
                .isTrue();
        assertThat(agent.isAlive()).isTrue();
        assertThat(see(agent.nodeId()).serial()).isNotEqualTo(seen.serial());
    }

    @Test
    void aJoinTokenThatWeMadeLetsANodeIn() {
        ChangeReport made =
                console.run(new Change.MakeJoinToken(Duration.ofMinutes(2), Optional.empty()));
        String token = made.token().orElseThrow().value();

        RealAgent agent = spire.startAgent("token", token);

        assertThat(state(agent.nodeId())).isEqualTo(NodeState.ATTESTED);
        assertThat(see(agent.nodeId()).canReattest()).isFalse();
        agent.close();
    }
}
