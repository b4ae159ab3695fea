package dev.curfew.views.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.Estate;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Look;
import dev.curfew.views.shell.Places;
import dev.curfew.views.testing.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Draws both lists over the lab's data; a person looks at the pictures in target/gallery. */
class ListPicturesTest {
    private static final Look DARK = new Look(true, 1);
    private static final Look LIGHT = new Look(false, 1);
    private static final Look LARGE = new Look(true, 2);

    private final Gallery gallery = new Gallery(Path.of("target", "gallery"));

    private void draw(String name, Estate estate, Consumer<ListWindow> state) {
        draw(name, 1440, 900, DARK, estate, state);
        draw(name, 1440, 900, LIGHT, estate, state);
        draw(name, 1000, 700, DARK, estate, state);
        draw(name, 1440, 900, LARGE, estate, state);
    }

    private void draw(
            String name,
            int width,
            int height,
            Look look,
            Estate estate,
            Consumer<ListWindow> state) {
        Path written =
                Fx.call(() -> {
                    ListWindow window = new ListWindow(estate);
                    var scene = window.scene(width, height, look);
                    state.accept(window);
                    return gallery.write(
                            "%s-%s-%dx%d.png".formatted(name, look, width, height),
                            Gallery.snapshot(scene));
                });
        assertThat(written).exists();
    }

    private static void mark(ListWindow window, String table, int... rows) {
        var view = window.table(table);
        for (int row : rows) {
            view.getSelectionModel().clearAndSelect(row);
            ((javafx.scene.Node) view)
                    .fireEvent(
                            new javafx.scene.input.KeyEvent(
                                    javafx.scene.input.KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    javafx.scene.input.KeyCode.SPACE,
                                    false,
                                    false,
                                    false,
                                    false));
        }
    }

    private static Estate lab() {
        return Estates.of(LabServers.acme());
    }

    @Test
    void workloads() {
        draw("workloads", lab(), window -> {});
    }

    @Test
    void workloadsWithDetails() {
        draw(
                "workloads-details",
                lab(),
                window -> {
                    window.type("workloads-query", "agent");
                    mark(window, "workloads-table", 3, 5, 0);
                });
    }

    @Test
    void workloadShared() {
        draw(
                "workloads-planner",
                1440,
                1500,
                DARK,
                lab(),
                window -> {
                    window.type("workloads-query", "planner");
                    window.table("workloads-table").getSelectionModel().clearAndSelect(0);
                    window.layout();
                    window.press("workloads-bounds-why");
                });
        draw(
                "nodes-tall",
                1440,
                1500,
                DARK,
                lab(),
                window -> {
                    window.navigator.go(Places.NODES);
                    window.layout();
                    window.table("nodes-table").getSelectionModel().clearAndSelect(0);
                    window.layout();
                    window.press("nodes-bounds-why");
                });
    }

    @Test
    void workloadStates() {
        draw(
                "workloads-mistake",
                1000,
                700,
                LIGHT,
                lab(),
                window -> window.type("workloads-query", "admin:false ttl>1x"));
        draw(
                "workloads-nothing",
                1000,
                700,
                DARK,
                lab(),
                window -> window.type("workloads-query", "no such thing"));
        Failure silent = new Failure(Reason.NO_ANSWER, "spire-a", "5 s");
        Failure lost = new Failure(Reason.LOST_MID_SCAN, "spire-a", "the connection was reset");
        for (Look look : List.of(DARK, LIGHT)) {
            draw(
                    "workloads-failed",
                    1440,
                    900,
                    look,
                    Estates.of(Estates.failed(LabServers.acme(), silent)),
                    window -> {});
            draw(
                    "workloads-partial",
                    1440,
                    900,
                    look,
                    Estates.of(Estates.partial(LabServers.acme(), 120, lost)),
                    window -> {});
        }
        draw(
                "workloads-readonly",
                1440,
                900,
                DARK,
                lab(),
                window -> {
                    window.actions.why.set(
                            Optional.of("acme.test is read-only. Arm it to change."));
                    mark(window, "workloads-table", 3, 5, 0);
                });
        draw("workloads-none", 1000, 700, DARK, Estate.EMPTY, window -> {});
        draw(
                "workloads-unreadable",
                1000,
                700,
                DARK,
                Estates.of(
                        Estates.unreadable(
                                LabServers.acme(),
                                List.of("entry 12: no SPIFFE ID", "entry 13: no parent"))),
                window -> {});
    }

    @Test
    void nodes() {
        draw("nodes", lab(), window -> window.navigator.go(Places.NODES));
        draw(
                "nodes-details",
                lab(),
                window -> {
                    window.navigator.go(Places.NODES);
                    window.layout();
                    mark(window, "nodes-table", 1, 2, 0);
                });
        draw(
                "nodes-banned",
                1440,
                900,
                DARK,
                lab(),
                window -> {
                    window.navigator.go(Places.NODES);
                    window.type("nodes-query", "banned:true");
                    window.table("nodes-table").getSelectionModel().clearAndSelect(0);
                });
    }
}
