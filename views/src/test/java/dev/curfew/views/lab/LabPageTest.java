package dev.curfew.views.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.ManualFxThread;
import dev.curfew.views.testing.TestUi;
import dev.curfew.views.testing.Unnamed;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

class LabPageTest {
    private final Gallery gallery = new Gallery(Path.of("target", "gallery"));

    /** The page with its buttons above it, in a scene. */
    private static final class Window {
        final FakeLab lab;
        final Ui ui = TestUi.with(new InlineTasks());
        final LabPage page;
        final BorderPane root = new BorderPane();
        final Scene scene;

        Window(LabSnapshot snapshot, int width, int height, Look look) {
            lab = new FakeLab(snapshot);
            page =
                    new LabPage(
                            new LabViewModel(
                                    lab,
                                    new ManualFxThread(),
                                    ui.tasks(),
                                    TestUi.CLOCK,
                                    crash -> {
                                        throw new AssertionError(crash);
                                    }),
                            ui);
            root.setTop(new HBox(page.actions().toArray(Node[]::new)));
            root.setCenter(page.body());
            scene = new Scene(root, width, height);
            look.apply(scene);
            page.attached();
            Gallery.snapshot(scene);
        }

        <N extends Node> N find(String id, Class<N> type) {
            return type.cast(root.lookup("#" + id));
        }
    }

    private static void on(LabSnapshot lab, Consumer<Window> test) {
        Fx.run(() -> test.accept(new Window(lab, 1240, 760, new Look(true, 1))));
    }

    private static String figure(Window window, String id) {
        return window.root.lookup("#lab-figure-" + id).getAccessibleText();
    }

    @Test
    void whateverTakesTheFocusHasAName() {
        on(
                Incident.deleted(),
                window -> {
                    assertThat(Unnamed.in(window.root)).isEmpty();
                    window.find("lab-kind-1", ToggleButton.class).fire();
                    Gallery.snapshot(window.scene);
                    assertThat(Unnamed.in(window.root)).as("as a table").isEmpty();
                });
    }

    @Test
    void tellsInFiguresWhatBecameOfTheOneThatWasHit() {
        on(
                Incident.deleted(),
                window -> {
                    assertThat(figure(window, "ok")).isEqualTo("142 ok afterwards");
                    assertThat(figure(window, "last")).isEqualTo("2 m 28 s to the last ok");
                    assertThat(figure(window, "denied")).isEqualTo("83 denied since");
                    assertThat(figure(window, "others")).isEqualTo("0 other agents hit");
                });
        on(
                Incident.quiet(),
                window -> assertThat(figure(window, "ok")).isEqualTo("– ok afterwards"));
    }

    @Test
    void tellsEachLaneInWordsAndWhatIsStillAlive() {
        on(
                Incident.deleted(),
                window ->
                        assertThat(window.root.lookup(".lane-chart").getAccessibleText())
                                .startsWith(
                                        "web-researcher to mcp-browser, mTLS: 30 ok, 56 ok and"
                                                + " should not be, 19 denied.")
                                .contains("code-writer to mcp-github, mTLS: 70 ok, 0 ok and")
                                .endsWith(
                                        "X509-SVID alive: residual 1 m 52 s dead 14:00:34."
                                                + " JWT-SVID alive: residual 22 s dead"
                                                + " 13:59:04."));
    }

    @Test
    void theSameCallsAreATableNewestFirst() {
        on(
                Incident.deleted(),
                window -> {
                    window.find("lab-kind-1", ToggleButton.class).fire();
                    Gallery.snapshot(window.scene);
                    TableView<?> table = window.find("lab-calls", TableView.class);
                    assertThat(table.getItems()).hasSize(Incident.deleted().calls().size());
                    assertThat(
                                    table.getVisibleLeafColumns().stream()
                                            .map(column -> column.getText())
                                            .toList())
                            .containsAll(List.of("At", "From", "To", "By", "Outcome", "Why"));
                });
    }

    @Test
    void everySwitchSwitchesItsFaultAndSaysWhatItDoes() {
        on(
                Incident.deleted(),
                window -> {
                    assertThat(window.find("lab-fault-controller", CheckBox.class).isSelected())
                            .isTrue();
                    for (String id : List.of("controller", "hanging", "clock", "second")) {
                        CheckBox box = window.find("lab-fault-" + id, CheckBox.class);
                        assertThat(box.getAccessibleHelp()).isNotBlank();
                        box.fire();
                    }
                    assertThat(window.lab.log)
                            .containsExactly(
                                    "CONTROLLER off",
                                    "HANGING on",
                                    "WRONG_CLOCK on",
                                    "SECOND_SERVER on");
                });
    }

    @Test
    void closesStopsAndHolds() {
        on(
                Incident.deleted(),
                window -> {
                    window.find("lab-close-streams", Button.class).fire();
                    window.find("lab-act", Button.class).fire();
                    Button hold = window.find("lab-hold", Button.class);
                    hold.fire();

                    assertThat(window.lab.log).containsExactly("close", "stop");
                    assertThat(window.find("lab-act", Button.class).getText())
                            .isEqualTo("Let the agents act");
                    assertThat(hold.getText()).isEqualTo("Go on");
                });
    }

    @Test
    void anotherOneCanBeFollowed() {
        on(
                Incident.deleted(),
                window -> {
                    @SuppressWarnings("unchecked")
                    ComboBox<String> follow = window.find("lab-follow", ComboBox.class);
                    assertThat(follow.getItems()).contains(Incident.OTHER);
                    follow.setValue(Incident.OTHER);
                    assertThat(figure(window, "denied")).isEqualTo("– denied since");
                });
    }

    @Test
    void drawsItsStates() {
        for (Look look : List.of(new Look(true, 1), new Look(false, 1), new Look(true, 2))) {
            draw("lab-deleted", Incident.deleted(), 1240, 800, look);
            draw("lab-deleted", Incident.deleted(), 800, 640, look);
        }
        draw("lab-quiet", Incident.quiet(), 1240, 800, new Look(true, 1));
        draw("lab-idle", LabSnapshot.EMPTY, 1240, 800, new Look(false, 1));
    }

    private void draw(String name, LabSnapshot lab, int width, int height, Look look) {
        Path written =
                Fx.call(() ->
                        gallery.write(
                                "%s-%s-%dx%d.png".formatted(name, look, width, height),
                                Gallery.snapshot(new Window(lab, width, height, look).scene)));
        assertThat(written).exists();
    }
}
