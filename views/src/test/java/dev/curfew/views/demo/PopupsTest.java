package dev.curfew.views.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.testing.Fx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Menus and popups are windows of their own: they must open, and take over the look. */
class PopupsTest {
    private final Gallery gallery = new Gallery(Path.of("target", "gallery"));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void menusTasksAndCompletionsOpenInTheWindowsLook(boolean dark) {
        Look look = new Look(dark, 1);
        shown("menu", look, w -> ((MenuButton) w.root.lookup("#connection-spire-a")).show());
        shown(
                "columns",
                look,
                w -> ((MenuButton) w.root.lookup("#workloads-table-columns")).show());
        shown("tasks", look, w -> ((Button) w.root.lookup("#status-tasks")).fire());
        shown("completions", look, PopupsTest::complete);
    }

    private static void complete(DemoWindow window) {
        TextField field = (TextField) window.root.lookup("#workloads-query");
        field.requestFocus();
        field.setText("t");
    }

    private void shown(String name, Look look, Consumer<DemoWindow> open) {
        Fx.run(() -> {
            DemoWindow window = new DemoWindow(46);
            Scene scene = new Scene(window.root, 1000, 700);
            look.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            var attached = window.shell.attached();
            Gallery.snapshot(scene);
            open.accept(window);
            List<Window> popups =
                    Window.getWindows().stream().filter(PopupWindow.class::isInstance).toList();
            assertThat(popups).as(name).isNotEmpty();
            for (Window popup : popups) {
                write(name + "-" + look + ".png", popup.getScene());
            }
            List.copyOf(popups).forEach(Window::hide);
            attached.unsubscribe();
            stage.close();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNoteIsShown(boolean dark) throws InterruptedException {
        Look look = new Look(dark, 1);
        Scene scene =
                Fx.call(() -> {
                    DemoWindow window = new DemoWindow(46);
                    Scene made = new Scene(window.root, 1000, 700);
                    look.apply(made);
                    Stage stage = new Stage();
                    stage.setScene(made);
                    stage.show();
                    window.shell.attached();
                    window.ui
                            .dialogs()
                            .tell(
                                    Notice.done("Exported 46 entries.")
                                            .with("Open folder", () -> {}));
                    assertThat(window.notices.words()).containsExactly("Exported 46 entries.");
                    return made;
                });
        // ControlsFX slides it in.
        Thread.sleep(1000);
        Fx.run(() -> {
            write("note-" + look + ".png", scene);
            scene.getWindow().hide();
        });
    }

    private void write(String file, Scene scene) {
        try {
            gallery.write(file, Gallery.snapshot(scene));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
