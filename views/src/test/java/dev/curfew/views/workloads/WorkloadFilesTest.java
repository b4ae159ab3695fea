package dev.curfew.views.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.Estate;
import dev.curfew.export.EntryJson;
import dev.curfew.views.kit.Look;
import dev.curfew.views.list.Estates;
import dev.curfew.views.list.Links;
import dev.curfew.views.list.ListWindow;
import dev.curfew.views.nodes.NodeFinder;
import dev.curfew.views.palette.PaletteItem;
import dev.curfew.views.table.RowMenu;
import dev.curfew.views.testing.Fx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the list: files, copies, and what the palette finds. */
class WorkloadFilesTest {
    private static final Estate ESTATE =
            Estates.of(
                    Estates.complete(
                            "spire-a",
                            Estates.entries(30),
                            List.of(Estates.node("one", false), Estates.node("two", true))),
                    Estates.complete("spire-b", Estates.entries(3), List.of()));

    private static void with(Consumer<ListWindow> test) {
        Fx.run(() -> {
            ListWindow window = new ListWindow(ESTATE);
            window.scene(1440, 900, new Look(true, 1));
            test.accept(window);
        });
    }

    private static void choose(ListWindow window, String button, String item) {
        ((MenuButton) window.find(button))
                .getItems().stream()
                        .filter(one -> item.equals(one.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void exportsTheShownColumnsOfTheFilteredAndSortedRows(@TempDir Path folder) {
        Path file = folder.resolve("out.csv");
        with(window -> {
            window.type("workloads-query", "agent-1 ttl>10m");
            window.workloads.table().sortBy("x509", false);
            window.layout();
            window.dialogs.willChoose(Optional.of(file));
            choose(window, "workloads-export", "workloads-export-csv");
            List<String> lines = read(file).lines().toList();
            assertThat(lines.getFirst())
                    .isEqualTo("Workload,\"SPIFFE ID path\",Binding,X.509,JWT,Nodes,Expires,Flags");
            assertThat(lines).hasSize(window.workloads.table().shownRows().size() + 1);
            assertThat(lines.get(1)).startsWith("agent-17,agents/agent-17,container,\"1 h 20 m\"");
            assertThat(window.dialogs.told().getLast().text()).contains("out.csv");
            window.dialogs.told().getLast().action().orElseThrow().run().run();
            assertThat(window.dialogs.opened()).containsExactly(folder.toAbsolutePath());
        });
    }

    @Test
    void exportsTheMarkedRowsAsJson(@TempDir Path folder) {
        Path file = folder.resolve("out.json");
        with(window -> {
            window.workloads.table().marks().toggle("e-4");
            window.layout();
            window.dialogs.willChoose(Optional.of(file));
            choose(window, "workloads-exportMarked", "workloads-exportMarked-json");
            assertThat(EntryJson.read(read(file))).containsExactly(Estates.entries(30).get(4));
        });
    }

    @Test
    void aFileThatCanNotBeWrittenIsSaid(@TempDir Path folder) {
        with(window -> {
            window.dialogs.willChoose(Optional.of(folder.resolve("none").resolve("out.csv")));
            choose(window, "workloads-export", "workloads-export-csv");
            assertThat(window.dialogs.told().getLast().text()).contains("could not be written");
        });
    }

    @Test
    void theRowMenuCopiesAndStartsActions() {
        with(window -> {
            WorkloadRow row = window.workloads.table().shownRows().get(4);
            RowMenu<WorkloadRow> menu = new WorkloadMenu(window.actions, window.ui).menu();
            assertThat(copied(window, menu, "copySpiffeId", row))
                    .isEqualTo("spiffe://acme.test/agents/agent-4");
            assertThat(copied(window, menu, "copyEntryId", row)).isEqualTo("e-4");
            assertThat(copied(window, menu, "copyJson", row)).contains("\"id\":\"e-4\"");
            assertThat(copied(window, menu, "copyShow", row))
                    .isEqualTo("spire-server entry show -entryID e-4");
            assertThat(copied(window, menu, "copyUpdate", row)).contains("-x509SVIDTTL 2400");
            assertThat(copied(window, menu, "copyDelete", row)).contains("entry delete");
            item(menu, "delete").run().accept(row);
            item(menu, "edit").run().accept(row);
            assertThat(window.actions.started).containsExactly("delete [e-4]", "edit e-4");
            window.actions.why.set(Optional.of("read-only"));
            assertThat(item(menu, "tighten").refusal().apply(row)).contains("read-only");
            assertThat(item(menu, "copyJson").refusal().apply(row)).isEmpty();
        });
    }

    private static String copied(
            ListWindow window, RowMenu<WorkloadRow> menu, String id, WorkloadRow row) {
        item(menu, id).run().accept(row);
        return window.dialogs.clipboard();
    }

    private static RowMenu.Item<WorkloadRow> item(RowMenu<WorkloadRow> menu, String id) {
        return menu.items().stream()
                .filter(one -> one.id().equals("workloads-menu-" + id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePaletteFindsTheBestTwelveAndOpensThem() {
        with(window -> {
            Links links = new Links(window.navigator);
            var workloads = new WorkloadFinder(() -> ESTATE, window.estate, links, window.ui);
            assertThat(workloads.find("", 20)).isEmpty();
            assertThat(workloads.find("agent", 20)).hasSize(12);
            List<PaletteItem> found = workloads.find("AGENT-2".toLowerCase(), 20);
            assertThat(found).first().extracting(PaletteItem::title).isEqualTo("agent-2");
            PaletteItem elsewhere =
                    found.stream()
                            .filter(one -> one.id().contains("spire-b"))
                            .findFirst()
                            .orElseThrow();
            elsewhere.run().run();
            window.layout();
            assertThat(window.estate.currentProperty().get()).contains("spire-b");
            assertThat(window.query()).isEqualTo("id=e-2");
            assertThat(window.has("workloads-details")).isTrue();

            var nodes = new NodeFinder(() -> ESTATE, window.estate, links, window.ui);
            assertThat(nodes.find("host-o", 20))
                    .singleElement()
                    .extracting(PaletteItem::title)
                    .isEqualTo("host-one");
            assertThat(nodes.find("4711", 20)).as("by serial").hasSize(1);
            nodes.find("host-two", 20).getFirst().run().run();
            window.layout();
            assertThat(window.has("nodes-details")).isTrue();
        });
    }
}
