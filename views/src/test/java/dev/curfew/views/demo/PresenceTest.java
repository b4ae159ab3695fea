package dev.curfew.views.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Ages;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Theme;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.NoticeBar;
import dev.curfew.views.kit.dialog.OverlayPane;
import dev.curfew.views.kit.dialog.WindowDialogs;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.RailCount;
import dev.curfew.views.shell.Screen;
import dev.curfew.views.shell.ShellView;
import dev.curfew.views.shell.ShellViewModel;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.ManualFxThread;
import dev.curfew.views.testing.MemoryColumns;
import dev.curfew.views.testing.TestUi;
import java.util.List;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

/** A screen that is there only at times, such as the lab's. */
class PresenceTest {
    private static final class Window {
        final OverlayPane root = new OverlayPane(TestUi.texts());
        final Navigator navigator = new Navigator();
        final SimpleObjectProperty<Boolean> present = new SimpleObjectProperty<>(false);

        Window() {
            InlineTasks tasks = new InlineTasks();
            NoticeBar notices = new NoticeBar(new ManualFxThread(), TestUi.texts());
            Ui ui =
                    new Ui(
                            TestUi.texts(),
                            tasks,
                            new WindowDialogs(root, notices, new DemoDesk(), TestUi.texts()),
                            root,
                            new Ages(TestUi.texts(), TestUi.CLOCK),
                            action -> Subscription.EMPTY,
                            new MemoryColumns());
            var none = new SimpleObjectProperty<>(RailCount.NONE);
            ShellView shell =
                    new ShellView(
                            List.of(
                                    new Screen(
                                            "one",
                                            "One",
                                            AppIcon.OVERVIEW,
                                            "",
                                            none,
                                            () -> new DemoPage(ui, 1)),
                                    new Screen(
                                            "lab",
                                            "Lab",
                                            AppIcon.LAB,
                                            "",
                                            none,
                                            () -> new DemoPage(ui, 1),
                                            present)),
                            navigator,
                            new ShellViewModel(tasks),
                            new DemoActions(),
                            List.of(),
                            new Theme(new SimpleObjectProperty<>(ColorScheme.DARK)),
                            root,
                            notices,
                            ui);
            Scene scene = new Scene(root, 900, 600);
            new Look(true, 1).apply(scene);
            shell.attached();
            navigator.go("one");
            Gallery.snapshot(scene);
        }

        Optional<String> here() {
            return navigator.hereProperty().get().map(Location::screen);
        }

        boolean inTheRail() {
            var entry = root.lookup("#rail-lab");
            return entry.isVisible() && entry.isManaged();
        }

        void secondDigit() {
            root.lookup(".frame")
                    .fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.DIGIT2,
                                    false,
                                    true,
                                    false,
                                    false));
        }
    }

    @Test
    void thereIsNoWayToAScreenThatIsNotThere() {
        Fx.run(() -> {
            Window window = new Window();
            assertThat(window.inTheRail()).isFalse();
            window.secondDigit();
            assertThat(window.here()).contains("one");

            window.present.set(true);
            assertThat(window.inTheRail()).isTrue();
            window.secondDigit();
            assertThat(window.here()).contains("lab");
        });
    }

    @Test
    void aScreenThatGoesIsLeftForTheFirstOne() {
        Fx.run(() -> {
            Window window = new Window();
            window.present.set(true);
            window.navigator.go("lab");
            assertThat(window.here()).contains("lab");

            window.present.set(false);

            assertThat(window.here()).contains("one");
            assertThat(window.inTheRail()).isFalse();
        });
    }
}
