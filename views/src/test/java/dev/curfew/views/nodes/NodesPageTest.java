package dev.curfew.views.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.Estate;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Look;
import dev.curfew.views.list.Estates;
import dev.curfew.views.list.LabServers;
import dev.curfew.views.list.ListWindow;
import dev.curfew.views.shell.Places;
import dev.curfew.views.table.RowMenu;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.Unnamed;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

class NodesPageTest {
    private static void with(Estate estate, Consumer<ListWindow> test) {
        Fx.run(() -> {
            ListWindow window = new ListWindow(estate);
            window.scene(1440, 900, new Look(false, 1));
            window.navigator.go(Places.NODES);
            window.layout();
            test.accept(window);
        });
    }

    private static void open(ListWindow window, String query) {
        window.type("nodes-query", query);
        window.table("nodes-table").getSelectionModel().clearAndSelect(0);
        window.layout();
    }

    private static List<String> said(ListWindow window) {
        Parent panel = (Parent) window.find("nodes-details");
        return Stream.of(".label", ".button")
                .flatMap(kind -> panel.lookupAll(kind).stream())
                .filter(Node::isVisible)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    @Test
    void whateverTakesTheFocusHasAName() {
        with(
                Estates.of(LabServers.acme()),
                window -> {
                    assertThat(Unnamed.in(window.root)).isEmpty();
                    open(window, "prod-eu-n01");
                    assertThat(Unnamed.in(window.root)).as("with details").isEmpty();
                });
    }

    @Test
    void filtersByStateAndSaysItInWords() {
        with(
                Estates.of(LabServers.acme()),
                window -> {
                    assertThat(window.nodes.table().shownRows()).hasSizeGreaterThan(20);
                    open(window, "banned:true");
                    assertThat(window.nodes.table().shownRows())
                            .isNotEmpty()
                            .allMatch(row -> row.node().banned());
                    assertThat(said(window)).contains("banned: the server refuses it");
                    open(window, "stale:true");
                    assertThat(said(window)).contains("stale: its certificate has ended");
                });
    }

    @Test
    void saysWhatABanWouldEndAndThatNobodyWasSeen() {
        with(
                Estates.of(LabServers.acme()),
                window -> {
                    open(window, "prod-eu-n01");
                    assertThat(said(window))
                            .contains(
                                    "prod-eu-n01",
                                    "attested: its certificate is valid",
                                    "about 13:57:32, if certificates live 1 h (assumed)",
                                    "91 registration entries",
                                    "other nodes that serve the same entries go on issuing")
                            .containsSubsequence("Issuance stops by", "14:01:12", "0 s")
                            .containsSubsequence("Last X509-SVID dead by", "16:01:12", "2 h")
                            .anyMatch(text -> text.startsWith("An eviction contains nothing"));
                    window.press("nodes-serves");
                    assertThat(window.navigator.hereProperty().get().orElseThrow().screen())
                            .isEqualTo(Places.WORKLOADS);
                    assertThat(window.workloads()).hasSize(91);
                    window.navigator.back();
                    window.layout();
                    window.press("nodes-alias-0");
                    assertThat(window.workloads()).hasSize(1);
                });
    }

    @Test
    void offersWhatFitsTheNode() {
        with(
                Estates.of(
                        Estates.complete(
                                "spire-a",
                                List.of(),
                                List.of(Estates.node("one", false), Estates.node("two", true)))),
                window -> {
                    open(window, "banned:false");
                    window.press("nodes-details-ban");
                    window.press("nodes-details-evict");
                    window.press("nodes-details-liftBan");
                    open(window, "banned:true");
                    window.press("nodes-details-liftBan");
                    window.press("nodes-details-ban");
                    window.press("nodes-joinToken");
                    String agent = "/spire/agent/k8s_psat/eu/";
                    assertThat(window.actions.started)
                            .containsExactly(
                                    "ban " + agent + "one",
                                    "evict " + agent + "one",
                                    "liftBan " + agent + "two",
                                    "joinToken");
                    window.actions.why.set(Optional.of("read-only"));
                    ActionButton lift = (ActionButton) window.find("nodes-details-liftBan");
                    assertThat(lift.getTooltip().getText()).isEqualTo("read-only");
                });
    }

    @Test
    void theRowMenuCopiesForTheCommandLine() {
        with(
                Estates.of(
                        Estates.complete(
                                "spire-a", List.of(), List.of(Estates.node("one", false)))),
                window -> {
                    NodeRow row = window.nodes.table().shownRows().getFirst();
                    RowMenu<NodeRow> menu = new NodeMenu(window.actions, window.ui).menu();
                    for (RowMenu.Item<NodeRow> item : menu.items()) {
                        if (item.id().equals("nodes-menu-copyBan")) {
                            item.run().accept(row);
                        }
                        if (item.id().equals("nodes-menu-liftBan")) {
                            assertThat(item.refusal().apply(row)).contains("It is not banned.");
                        }
                    }
                    assertThat(window.dialogs.clipboard())
                            .isEqualTo(
                                    "spire-server agent ban -spiffeID"
                                            + " spiffe://acme.test/spire/agent/k8s_psat/eu/one");
                });
    }
}
