package dev.curfew.estate;

import static dev.curfew.estate.EstateFixtures.entry;
import static dev.curfew.estate.EstateFixtures.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntitlementsTest {
    private static final Node GPU =
            node("/spire/agent/gpu-07", "k8s_psat:cluster:a", "k8s_psat:pool:gpu");
    private static final Node CPU = node("/spire/agent/cpu-01", "k8s_psat:cluster:a");
    private static final Node ELSEWHERE = node("/spire/agent/other", "k8s_psat:cluster:b");

    private static final RegistrationEntry ALIAS_A =
            entry("1", "/nodes/a", "/spire/server", "k8s_psat:cluster:a");
    private static final RegistrationEntry ALIAS_GPU =
            entry("2", "/nodes/gpu", "/spire/server", "k8s_psat:cluster:a", "k8s_psat:pool:gpu");
    private static final RegistrationEntry ON_A = entry("3", "/w/on-a", "/nodes/a", "unix:uid:1");
    private static final RegistrationEntry ON_GPU =
            entry("4", "/w/on-gpu", "/nodes/gpu", "unix:uid:2");
    private static final RegistrationEntry ON_ONE =
            entry("5", "/w/on-one", "/spire/agent/cpu-01", "unix:uid:3");
    private static final RegistrationEntry NESTED =
            entry("6", "/w/nested", "/w/on-gpu", "unix:uid:4");
    private static final RegistrationEntry DEEPER =
            entry("7", "/w/deeper", "/w/nested", "unix:uid:5");
    private static final RegistrationEntry LOOP =
            entry("8", "/w/on-gpu", "/w/deeper", "unix:uid:6");
    private static final RegistrationEntry ORPHAN =
            entry("9", "/w/orphan", "/spire/agent/gone", "unix:uid:7");

    private static final List<Node> NODES = List.of(GPU, CPU, ELSEWHERE);
    private static final EntryIndex INDEX =
            EntryIndex.of(
                    EntryTable.of(
                            List.of(
                                    ALIAS_A, ALIAS_GPU, ON_A, ON_GPU, ON_ONE, NESTED, DEEPER, LOOP,
                                    ORPHAN)));
    private static final Entitlements ENTITLEMENTS = new Entitlements(INDEX, NODES);

    @Test
    void aNodeIsEntitledThroughAliasesWhoseSelectorsItHasAllOf() {
        assertThat(ENTITLEMENTS.aliasesOf(GPU)).containsExactlyInAnyOrder(ALIAS_A, ALIAS_GPU);
        assertThat(ENTITLEMENTS.aliasesOf(CPU)).containsExactly(ALIAS_A);
        assertThat(ENTITLEMENTS.aliasesOf(ELSEWHERE)).isEmpty();
    }

    @Test
    void whatStandsBelowAnEntitledEntryIsEntitledTooAndALoopEnds() {
        assertThat(ENTITLEMENTS.entriesOf(GPU)).containsExactly(ON_A, ON_GPU, NESTED, DEEPER, LOOP);
        assertThat(ENTITLEMENTS.entriesOf(CPU)).containsExactly(ON_A, ON_ONE);
        assertThat(ENTITLEMENTS.entriesOf(ELSEWHERE)).isEmpty();
    }

    @Test
    void aliasEntriesThemselvesAreNotIssued() {
        assertThat(ENTITLEMENTS.entriesOf(GPU)).doesNotContain(ALIAS_A, ALIAS_GPU);
        assertThat(ENTITLEMENTS.nodesOf(ALIAS_A)).isEmpty();
        assertThat(ENTITLEMENTS.matching(ALIAS_A)).containsExactly(CPU, GPU);
    }

    @Test
    void theNodesThatServeAWorkloadAreFoundUpwards() {
        assertThat(ENTITLEMENTS.nodesOf(ON_A)).containsExactlyInAnyOrder(CPU, GPU);
        assertThat(ENTITLEMENTS.nodesOf(ON_ONE)).containsExactly(CPU);
        assertThat(ENTITLEMENTS.nodesOf(DEEPER)).containsExactly(GPU);
        assertThat(ENTITLEMENTS.nodesOf(ORPHAN)).isEmpty();
    }

    @Test
    void bothDirectionsAgree() {
        for (RegistrationEntry entry : INDEX.entries()) {
            for (Node node : NODES) {
                assertThat(ENTITLEMENTS.entriesOf(node).contains(entry))
                        .as("%s on %s", entry.spiffeId(), node.id())
                        .isEqualTo(ENTITLEMENTS.nodesOf(entry).contains(node));
            }
        }
    }
}
