package dev.curfew.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.ParentChain.Kind;
import dev.curfew.estate.ParentChain.Step;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParentChainTest {
    private final Node node = EstateFixtures.node("/spire/agent/one", "k8s_psat:cluster:eu");
    private final RegistrationEntry alias =
            EstateFixtures.entry("alias", "/pool", "/spire/server", "k8s_psat:cluster:eu");
    private final RegistrationEntry web = EstateFixtures.entry("web", "/web", "/pool", "k8s:sa:w");
    private final RegistrationEntry side = EstateFixtures.entry("side", "/side", "/web", "k8s:x:y");
    private final RegistrationEntry own =
            EstateFixtures.entry("own", "/own", "/spire/agent/one", "unix:uid:1");
    private final RegistrationEntry lost = EstateFixtures.entry("lost", "/lost", "/gone", "a:b");
    private final RegistrationEntry loop = EstateFixtures.entry("loop", "/loop", "/loop", "a:b");
    private final EntryView view =
            EntryView.complete(
                    EntryTable.of(List.of(alias, web, side, own, lost, loop)),
                    List.of(node),
                    0,
                    List.of());
    private final EntryView.Derived derived = view.derived().orElseThrow();

    private List<Kind> kinds(RegistrationEntry entry) {
        return ParentChain.of(entry, derived.index(), List.of(node)).stream()
                .map(Step::kind)
                .toList();
    }

    @Test
    void leadsUpToWhatAttests() {
        assertThat(kinds(web)).containsExactly(Kind.ALIAS);
        assertThat(kinds(side)).containsExactly(Kind.ENTRY, Kind.ALIAS);
        assertThat(kinds(own)).containsExactly(Kind.NODE);
        assertThat(kinds(alias)).containsExactly(Kind.SERVER);
        assertThat(kinds(lost)).containsExactly(Kind.NOTHING);
        assertThat(kinds(loop)).as("its own parent").containsExactly(Kind.ENTRY);
    }

    @Test
    void countsOnBothSides() {
        ServedCounts counts = new ServedCounts(derived);
        assertThat(counts.nodesOf(side)).isEqualTo(1);
        assertThat(counts.nodesOf(lost)).isZero();
        assertThat(counts.nodesOf(alias)).isEqualTo(1);
        assertThat(counts.entriesOf(List.of(node))).containsEntry(node.id(), 3);
    }
}
