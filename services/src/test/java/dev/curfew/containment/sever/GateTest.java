package dev.curfew.containment.sever;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.sever.Gate.NodeStanding;
import dev.curfew.containment.sever.Gate.Standing;
import dev.curfew.identity.Node;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What keeps the point of no return closed, node by node. */
class GateTest {
    private static final Instant TAINTED = Instant.parse("2026-11-29T12:00:00Z");
    private static final Instant SILENT_UNTIL = TAINTED.plusSeconds(30);
    private static final Duration HOUR = Duration.ofHours(1);

    private static Node node(String name, String serial) {
        return node(name, serial, false, TAINTED.plus(HOUR));
    }

    private static Node node(String name, String serial, boolean banned, Instant end) {
        return new Node(
                SpiffeId.parse("spiffe://acme.test/spire/agent/x509pop/" + name),
                "x509pop",
                serial,
                end.getEpochSecond(),
                List.of(),
                banned,
                true,
                "");
    }

    private static String id(String name) {
        return "spiffe://acme.test/spire/agent/x509pop/" + name;
    }

    /** Of nodes that had these serials at the taint, and had them already at the activation. */
    private static Gate gate(int entries, Map<String, String> serials) {
        return gate(entries, serials, serials, false);
    }

    private static Gate gate(
            int entries,
            Map<String, String> activated,
            Map<String, String> tainted,
            boolean ofALaterOne) {
        RotationNotes notes =
                RotationNotes.begin(Map.of("prod", RotationNotes.Member.of("old", false)))
                        .activated(activated)
                        .tainting(tainted)
                        .tainted(TAINTED);
        return new Gate(notes, SILENT_UNTIL, _ -> entries, _ -> ofALaterOne);
    }

    private static Standing only(Gate.Look look) {
        return look.nodes().getFirst().standing();
    }

    @Test
    void aNodeWhoseSerialHasNotChangedKeepsItClosedHoweverLongItTakes() {
        Gate gate = gate(1, Map.of(id("one"), "7"));
        for (Duration later : List.of(Duration.ZERO, Duration.ofMinutes(59))) {
            Gate.Look look = gate.look(List.of(node("one", "7")), TAINTED.plus(later));
            assertThat(look.isOpen()).isFalse();
            assertThat(look.closing())
                    .containsExactly(new Closing(node("one", "7"), Optional.empty()));
            assertThat(look.names()).isEqualTo("one");
        }
    }

    @Test
    void afterItsSerialHasChangedItsBatchesHaveTheirTime() {
        // 250 entries and the node's own alias are three batches, 5 s apart; a second is added.
        Gate gate = gate(250, Map.of(id("one"), "7"));
        Instant seen = TAINTED.plusSeconds(4);
        Instant clear = seen.plusSeconds(11);
        Node changed = node("one", "8");
        assertThat(gate.look(List.of(changed), seen).nodes())
                .containsExactly(new NodeStanding(changed, Standing.BATCHES, Optional.of(clear)));
        assertThat(only(gate.look(List.of(changed), clear.minusMillis(1))))
                .isEqualTo(Standing.BATCHES);
        Gate.Look after = gate.look(List.of(changed), clear);
        assertThat(only(after)).isEqualTo(Standing.PASSED);
        assertThat(after.isOpen()).isTrue();
    }

    @Test
    void oneThatIsLateKeepsItClosedForAll() {
        Gate gate = gate(1, Map.of(id("one"), "7", id("two"), "7"));
        List<Node> nodes = List.of(node("one", "8"), node("two", "7"));
        gate.look(nodes, TAINTED);
        Gate.Look look = gate.look(nodes, TAINTED.plusSeconds(30));
        assertThat(look.nodes())
                .extracting(NodeStanding::standing)
                .containsExactly(Standing.PASSED, Standing.UNCHANGED);
        assertThat(look.isOpen()).isFalse();
        assertThat(look.names()).isEqualTo("two");
    }

    @Test
    void whoIsBannedExpiredOrNewDoesNotCloseIt() {
        Gate gate = gate(1, Map.of(id("banned"), "7", id("expired"), "7"));
        Gate.Look look =
                gate.look(
                        List.of(
                                node("banned", "", true, TAINTED.plus(HOUR)),
                                node("expired", "7", false, TAINTED.plusSeconds(10)),
                                node("new", "1")),
                        TAINTED.plusSeconds(10));
        assertThat(look.nodes()).extracting(NodeStanding::standing).containsOnly(Standing.EXEMPT);
        assertThat(look.isOpen()).isTrue();
    }

    /** Its certificate is of the new authority: the taint changes nothing that could be seen. */
    @Test
    void aNodeThatRenewedBetweenActivationAndTaintIsWaitedForUntilEveryoneHasSynced() {
        Gate gate = gate(1, Map.of(id("one"), "7"), Map.of(id("one"), "8"), false);
        assertThat(only(gate.look(List.of(node("one", "8")), TAINTED))).isEqualTo(Standing.BATCHES);
        Instant clear = SILENT_UNTIL.plusSeconds(1);
        assertThat(only(gate.look(List.of(node("one", "8")), clear.minusMillis(1))))
                .isEqualTo(Standing.BATCHES);
        assertThat(only(gate.look(List.of(node("one", "8")), clear))).isEqualTo(Standing.PASSED);
    }

    @Test
    void theSameWhereItsEndTellsThatALaterAuthoritySignedIt() {
        Gate gate = gate(1, Map.of(id("one"), "7"), Map.of(id("one"), "7"), true);
        assertThat(only(gate.look(List.of(node("one", "7")), TAINTED))).isEqualTo(Standing.BATCHES);
        assertThat(only(gate.look(List.of(node("one", "7")), SILENT_UNTIL.plusSeconds(1))))
                .isEqualTo(Standing.PASSED);
    }

    @Test
    void withoutNodesNothingKeepsItClosed() {
        assertThat(gate(1, Map.of()).look(List.of(), TAINTED).isOpen()).isTrue();
    }
}
