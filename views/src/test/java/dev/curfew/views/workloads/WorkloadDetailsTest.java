package dev.curfew.views.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.Estate;
import dev.curfew.views.kit.Look;
import dev.curfew.views.list.Estates;
import dev.curfew.views.list.LabServers;
import dev.curfew.views.list.ListWindow;
import dev.curfew.views.shell.Places;
import dev.curfew.views.testing.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/** What the details say of the lab's workloads, and where their links lead. */
class WorkloadDetailsTest {
    private static final Estate LAB = Estates.of(LabServers.acme());

    private static void opened(String query, Consumer<ListWindow> test) {
        Fx.run(() -> {
            ListWindow window = new ListWindow(LAB);
            window.scene(1440, 900, new Look(true, 1));
            window.type("workloads-query", query);
            window.table("workloads-table").getSelectionModel().clearAndSelect(0);
            window.layout();
            test.accept(window);
        });
    }

    private static List<String> said(ListWindow window) {
        Parent panel = (Parent) window.find("workloads-details");
        return Stream.of(".label", ".button")
                .flatMap(kind -> panel.lookupAll(kind).stream())
                .filter(Node::isVisible)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    @Test
    void aSharedIdentitySaysThatOneDeleteDoesNotEndIt() {
        opened(
                "name:planner ttl=15m",
                window -> {
                    assertThat(said(window))
                            .contains(
                                    "spiffe://acme.test/agent/planner",
                                    "shared",
                                    "15 m, set by the entry",
                                    "5 m, set by the entry",
                                    "process",
                                    "k8s:sa:planner",
                                    "2 more entries give this ID: deleting one does not end it.",
                                    "the server's clock was not measured");
                    window.press("workloads-shared-0");
                    assertThat(window.query()).startsWith("id=");
                    assertThat(said(window)).contains("container");
                });
    }

    @Test
    void theFourLinesMoveWithTheTtlAndExplainThemselves() {
        opened(
                "name:planner ttl=15m",
                window -> {
                    assertThat(said(window))
                            .containsSubsequence("Issuance stops by", "14:01:17", "5 s")
                            .containsSubsequence("SPIRE agents know by", "14:01:23", "11 s")
                            .containsSubsequence("Last X509-SVID dead by", "14:16:17", "15 m 05 s")
                            .containsSubsequence("Last JWT-SVID dead by", "14:07:17", "6 m 05 s");
                    window.press("workloads-bounds-why");
                    assertThat(said(window))
                            .anyMatch(text ->
                                    text.contains("X.509 TTL of the entry, 15 m (observed)"))
                            .anyMatch(text -> text.contains("SPIRE's default, assumed"));
                });
    }

    @Test
    void aDefaultTtlIsMarkedAsAssumed() {
        opened(
                "name:planner bound:container",
                window ->
                        assertThat(said(window))
                                .contains(
                                        "1 h, server default (assumed)",
                                        "5 m, server default (assumed)"));
    }

    @Test
    void anOrphanSaysThatNobodyServesIt() {
        opened(
                "name:worker parent:legacy",
                window ->
                        assertThat(said(window))
                                .contains("No node", "orphan")
                                .anyMatch(text -> text.contains("nothing stands for it")));
    }

    @Test
    void linksLeadUpToTheAliasAndOverToTheNode() {
        opened(
                "name:planner ttl=15m",
                window -> {
                    window.press("workloads-chain-0");
                    assertThat(window.query()).isEqualTo("id=spiffe://acme.test/pool/ai");
                    assertThat(said(window)).contains("alias");
                    window.press("workloads-below");
                    assertThat(window.query()).isEqualTo("parent=spiffe://acme.test/pool/ai");
                    window.navigator.back();
                    window.layout();
                    assertThat(window.query()).isEqualTo("id=spiffe://acme.test/pool/ai");
                    window.press("workloads-node-0");
                    assertThat(window.navigator.hereProperty().get().orElseThrow().screen())
                            .isEqualTo(Places.NODES);
                    assertThat(window.has("nodes-details")).isTrue();
                });
    }

    @Test
    void everyControlHasAName() {
        opened(
                "agent",
                window -> {
                    window.workloads
                            .table()
                            .marks()
                            .toggle(window.workloads.table().shownRows().getFirst().key());
                    window.layout();
                    List<String> nameless = new ArrayList<>();
                    collect(window.root, nameless);
                    window.navigator.go(Places.NODES);
                    window.table("nodes-table").getSelectionModel().clearAndSelect(0);
                    window.layout();
                    collect(window.root, nameless);
                    assertThat(nameless).isEmpty();
                });
    }

    private static void collect(Parent parent, List<String> nameless) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            boolean operable =
                    child.isVisible()
                            && child instanceof ButtonBase button
                            && !(child instanceof CheckBox && !child.isFocusTraversable())
                            && button.getText().isBlank();
            String name = child.getAccessibleText();
            if (operable && (name == null || name.isBlank())) {
                nameless.add(child.toString());
            }
            if (child.isVisible() && child instanceof Parent inner) {
                collect(inner, nameless);
            }
        }
    }
}
