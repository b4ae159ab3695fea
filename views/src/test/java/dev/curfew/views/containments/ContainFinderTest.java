package dev.curfew.views.containments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.estate.Estate;
import dev.curfew.identity.Node;
import dev.curfew.views.list.LabServers;
import dev.curfew.views.palette.PaletteItem;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.TestUi;
import io.spiffe.spiffeid.SpiffeId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainFinderTest {
    private static final String ID = "spiffe://acme.test/agent/web-researcher";

    private final List<ContainmentTarget> contained = new ArrayList<>();
    private final ContainFinder finder =
            new ContainFinder(
                    () -> new Estate(List.of(LabServers.acme())),
                    contained::add,
                    TestUi.with(new InlineTasks()));

    @Test
    void aWholeSpiffeIdIsMeantBeyondDoubt() {
        List<PaletteItem> found = finder.exact().find(ID, 20);
        assertThat(found).extracting(PaletteItem::title).containsExactly("Contain web-researcher…");
        assertThat(finder.exact().find(ID + "x", 20)).isEmpty();
        assertThat(finder.byName().find(ID, 20)).isEmpty();
        found.getFirst().run().run();
        assertThat(contained)
                .containsExactly(new ContainmentTarget.Identities(List.of(SpiffeId.parse(ID))));
    }

    @Test
    void theVerbAndANameIsEnough() {
        assertThat(finder.exact().find("Contain web-res", 20))
                .extracting(PaletteItem::title)
                .containsExactly("Contain web-researcher…");
        assertThat(finder.exact().find("contain ", 20)).isEmpty();
        assertThat(finder.byName().find("contain web-res", 20)).isEmpty();
    }

    @Test
    void aNameAloneIsOfferedLast() {
        assertThat(finder.exact().find("web-researcher", 20)).isEmpty();
        assertThat(finder.byName().find("web-researcher", 20))
                .extracting(PaletteItem::title)
                .containsExactly("Contain web-researcher…");
        assertThat(finder.byName().find("a", 20)).hasSize(3);
        assertThat(finder.byName().find("", 20)).isEmpty();
    }

    @Test
    void aNodeIsContainedWithWhatItServes() {
        Node node = LabServers.acme().nodes().value().getFirst();
        PaletteItem item = finder.exact().find(node.id().toString(), 20).getFirst();
        assertThat(item.title()).startsWith("Contain node ");
        item.run().run();
        assertThat(contained).containsExactly(new ContainmentTarget.NodeWithWorkloads(node.id()));
    }
}
