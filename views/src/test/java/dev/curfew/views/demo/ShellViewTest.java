package dev.curfew.views.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Look;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.TestUi;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

class ShellViewTest {
    private static Scene scene(DemoWindow window) {
        Scene scene = new Scene(window.root, 1440, 900);
        new Look(true, 1).apply(scene);
        return scene;
    }

    private static void press(DemoWindow window, KeyCode code, boolean control) {
        window.root
                .lookup(".frame")
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    private static void type(DemoWindow window, String character) {
        window.root
                .lookup(".frame")
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                character,
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false));
    }

    @Test
    void attachedTwiceAndDetachedTwiceLeavesNothingListening() {
        Fx.run(() -> {
            DemoWindow window = new DemoWindow(5);
            Gallery.snapshot(scene(window));
            for (int i = 0; i < 2; i++) {
                Subscription attached = window.shell.attached();
                assertThat(window.workloads.attachments()).isEqualTo(1);
                window.navigator.go("overview");
                assertThat(window.workloads.attachments()).isZero();
                window.navigator.go("workloads");
                attached.unsubscribe();
                assertThat(window.workloads.attachments()).isZero();
            }
        });
    }

    @Test
    void aDetachedViewCanBeCollectedWhileItsModelsLiveOn() throws InterruptedException {
        List<Object> models = new ArrayList<>();
        WeakReference<Node> view =
                Fx.call(() -> {
                    DemoWindow window = new DemoWindow(5);
                    Gallery.snapshot(scene(window));
                    Subscription attached = window.shell.attached();
                    attached.unsubscribe();
                    models.add(window.model);
                    models.add(window.navigator);
                    models.add(window.tasks);
                    return new WeakReference<>(window.root.lookup(".frame"));
                });
        for (int i = 0; i < 50 && view.get() != null; i++) {
            System.gc();
            Thread.sleep(Duration.ofMillis(40));
            Fx.run(() -> {});
        }
        assertThat(view.get()).isNull();
        assertThat(models).hasSize(3);
    }

    @Test
    void theRailMakesRoomForThePageWhereTheTextIsLarge() {
        Fx.run(() -> {
            DemoWindow window = new DemoWindow(5);
            Scene scene = scene(window);
            window.shell.attached();
            for (double scale : new double[] {1, 2, 1}) {
                new Look(true, scale).apply(scene);
                Gallery.snapshot(scene);
                assertThat(window.model.railCollapsedProperty().get()).isEqualTo(scale > 1);
            }
            press(window, KeyCode.B, true);
            assertThat(window.model.railCollapsedProperty().get()).isTrue();
            press(window, KeyCode.B, true);
            new Look(true, 2).apply(scene);
            Gallery.snapshot(scene);
            assertThat(window.model.railCollapsedProperty().get())
                    .as("who wants it keeps it")
                    .isFalse();
        });
    }

    @Test
    void theKeysWork() {
        Fx.run(() -> {
            DemoWindow window = new DemoWindow(5);
            Scene scene = scene(window);
            window.shell.attached();
            Gallery.snapshot(scene);
            press(window, KeyCode.B, true);
            assertThat(window.model.railCollapsedProperty().get()).isTrue();
            press(window, KeyCode.DIGIT1, true);
            assertThat(here(window)).isEqualTo("overview");
            press(window, KeyCode.DIGIT2, true);
            Gallery.snapshot(scene);
            type(window, "/");
            assertThat(scene.getFocusOwner()).isInstanceOf(TextField.class);
            window.theme.textScaleProperty().set(1.0);
            press(window, KeyCode.PLUS, true);
            assertThat(window.theme.textScaleProperty().get()).isEqualTo(1.125);
            type(window, "?");
            assertThat(window.root.isCovered()).isTrue();
        });
    }

    @Test
    void thePaletteOpensAScreenByAFewLetters() {
        Fx.run(() -> {
            DemoWindow window = new DemoWindow(5);
            Scene scene = scene(window);
            window.shell.attached();
            Gallery.snapshot(scene);
            press(window, KeyCode.K, true);
            TextField field = (TextField) window.root.lookup("#palette-field");
            field.setText("jour");
            field.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.ENTER,
                            false,
                            false,
                            false,
                            false));
            assertThat(here(window)).isEqualTo("journal");
            assertThat(window.root.isCovered()).isFalse();
        });
    }

    @Test
    void everyControlHasANameForAScreenReader() {
        Fx.run(() -> {
            DemoWindow window = new DemoWindow(5);
            Scene scene = scene(window);
            window.shell.attached();
            window.workloads.table().select(window.workloads.table().shownRows().getFirst().id());
            Gallery.snapshot(scene);
            List<String> nameless = new ArrayList<>();
            collectNameless(window.root, nameless);
            assertThat(nameless).isEmpty();
        });
    }

    @Test
    void anArmedConnectionSaysSoInWordsAndStopsSayingSo() {
        Fx.run(() -> {
            DemoWindow window = new DemoWindow(5);
            Scene scene = scene(window);
            window.shell.attached();
            Gallery.snapshot(scene);
            Node chip = window.root.lookup("#connection-spire-a");
            assertThat(chip.getAccessibleText()).contains("Armed, 14:37 left");
            window.model.update(DemoWindow.state(Optional.of(TestUi.NOW)));
            assertThat(chip.getAccessibleText()).contains("Read-only");
        });
    }

    private static String here(DemoWindow window) {
        return window.navigator.hereProperty().get().orElseThrow().screen();
    }

    private static void collectNameless(Parent parent, List<String> nameless) {
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
            if (child instanceof Parent inner) {
                collectNameless(inner, nameless);
            }
        }
    }
}
