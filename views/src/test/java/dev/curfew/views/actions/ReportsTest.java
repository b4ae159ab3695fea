package dev.curfew.views.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.ManualTasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Progress, what is seen of actions later, and their files. */
class ReportsTest {
    private static void delete(ActionLab lab, String name) {
        lab.armed().flow.delete(List.of(lab.entry(name)));
        lab.type("preview-typed", name);
        lab.press("preview-run");
    }

    @Test
    void aRunThatNobodyWatchesIsToldAndCanBeReopened() {
        Fx.run(() -> {
            ManualTasks tasks = new ManualTasks();
            try (ActionLab lab = new ActionLab(tasks)) {
                lab.armed().flow.delete(List.of(lab.entry("web-researcher")));
                tasks.runAll();
                lab.type("preview-typed", "web-researcher");
                lab.press("preview-run");
                assertThat(lab.text("run-words")).isEqualTo("0 of 1 answered");
                draw("run", lab);
                lab.press("run-hide");
                assertThat(lab.root.isCovered()).isFalse();
                tasks.runAll();
                assertThat(lab.root.isCovered()).isFalse();
                var notice = lab.dialogs.told().getLast();
                assertThat(notice.text()).contains("1 of 1 done");
                notice.action().orElseThrow().run().run();
                assertThat(lab.shows("report-items")).isTrue();
            }
        });
    }

    @Test
    void aRunIsStoppedBeforeItsFirstBatch() {
        Fx.run(() -> {
            ManualTasks tasks = new ManualTasks();
            try (ActionLab lab = new ActionLab(tasks)) {
                var entry = lab.entry("web-researcher");
                lab.armed().flow.delete(List.of(entry));
                tasks.runAll();
                lab.type("preview-typed", "web-researcher");
                lab.press("preview-run");
                lab.press("run-stop");
                assertThat(lab.button("run-stop").isRefused()).isTrue();
                tasks.runAll();
                lab.layout();
                assertThat(lab.words()).contains("1 not sent");
                assertThat(lab.onServer(entry.id())).isPresent();
            }
        });
    }

    @Test
    void aReportIsExported(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.json");
        Fx.run(() -> {
            try (ActionLab lab = new ActionLab()) {
                delete(lab, "web-researcher");
                lab.dialogs.willChoose(Optional.of(file));
                lab.press("report-export");
            }
        });
        assertThat(Files.readString(file))
                .contains("\"action\" : \"delete\"")
                .contains("\"state\" : \"confirmed\"")
                .contains("x509_dead_by");
    }

    @Test
    void allReportsOfTheSessionAreListed() {
        Fx.run(() -> {
            try (ActionLab lab = new ActionLab()) {
                ReportsButton button = lab.flow.reportsButton();
                assertThat(button.isVisible()).isFalse();
                lab.root.setContent(button);
                delete(lab, "web-researcher");
                lab.press("report-close");
                delete(lab, "code-writer");
                lab.press("report-close");
                var attached = button.attached();
                assertThat(button.isVisible()).isTrue();
                Stage stage = new Stage();
                stage.setScene(lab.scene);
                stage.show();
                button.fire();
                PopupWindow popup =
                        Window.getWindows().stream()
                                .filter(PopupWindow.class::isInstance)
                                .map(PopupWindow.class::cast)
                                .findFirst()
                                .orElseThrow();
                write("reports", popup.getScene());
                String id = lab.reports().getLast().report().plan().operationId();
                ((Button) popup.getScene().getRoot().lookup("#actions-report-" + id)).fire();
                assertThat(lab.words()).contains("Delete web-researcher on acme");
                attached.unsubscribe();
                stage.close();
            }
        });
    }

    private static void draw(String name, ActionLab lab) {
        write(name, lab.scene);
    }

    private static void write(String name, javafx.scene.Scene scene) {
        try {
            new Gallery(Path.of("target", "gallery"))
                    .write("action-" + name + ".png", Gallery.snapshot(scene));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
