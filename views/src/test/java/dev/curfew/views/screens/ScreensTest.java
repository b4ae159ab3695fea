package dev.curfew.views.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Look;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Places;
import dev.curfew.views.testing.Fx;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** The screens as an operator uses them, over the lab's data. */
class ScreensTest {
    private static void use(Consumer<ScreensWindow> actions) {
        Fx.run(() -> {
            ScreensWindow window = new ScreensWindow(LabEstate.estate());
            window.scene(1440, 900, new Look(true, 1));
            actions.accept(window);
        });
    }

    private static void layout(ScreensWindow window) {
        Gallery.snapshot(window.root.getScene());
    }

    private static <N extends Node> N find(ScreensWindow window, String id, Class<N> type) {
        layout(window);
        return type.cast(window.root.lookup("#" + id));
    }

    private static void press(ScreensWindow window, String id) {
        find(window, id, Button.class).fire();
        layout(window);
    }

    private static void select(ScreensWindow window, String table, int row) {
        find(window, table, TableView.class).getSelectionModel().select(row);
        layout(window);
    }

    private static Optional<Location> here(ScreensWindow window) {
        return window.navigator.hereProperty().get();
    }

    @Test
    void figuresAndFindingsLeadToWhatTheyCount() {
        use(window -> {
            find(window, "figure-shared", Node.class)
                    .fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.ENTER,
                                    false,
                                    false,
                                    false,
                                    false));
            assertThat(here(window)).contains(new Location(Places.WORKLOADS, "shared:true"));
            window.navigator.back();
            press(window, "notable-federation_without_bundle");
            assertThat(here(window))
                    .contains(new Location(Places.TRUST, "federation bundle:false"));
            assertThat(find(window, "trust-federation", TableView.class).getItems()).hasSize(1);
        });
    }

    @Test
    void anotherConnectionIsShownOnEveryScreen() {
        use(window -> {
            press(window, "overview-connection-partner");
            assertThat(window.estate.currentProperty().get()).contains("partner");
            window.navigator.go(Places.TRUST);
            assertThat(window.trust.subtitle().getValue()).contains("partner.test");
        });
    }

    @Test
    void federationIsChangedOnlyWhileItMayBe() {
        use(window -> {
            window.navigator.go(new Location(Places.TRUST, "federation"));
            select(window, "trust-federation", 0);
            ActionButton remove = find(window, "trust-remove", ActionButton.class);
            assertThat(remove.isRefused()).isTrue();
            remove.fire();
            assertThat(window.actions.started).isEmpty();
            window.actions.why.set(Optional.empty());
            press(window, "trust-remove");
            press(window, "trust-refresh");
            press(window, "trust-add");
            assertThat(window.actions.started)
                    .containsExactly(
                            "removeFederation partner.test",
                            "refreshFederation partner.test",
                            "addFederation");
        });
    }

    @Test
    void armingAsksFirst() {
        use(window -> {
            window.navigator.go(new Location(Places.CONNECTIONS, "acme"));
            layout(window);
            window.connections.open("acme");
            press(window, "connection-arm");
            assertThat(window.desk.asked).isEmpty();
            press(window, "arm-confirm");
            assertThat(window.desk.asked).containsExactly("arm acme");
            assertThat(find(window, "connection-remove", ActionButton.class).isRefused())
                    .as("the lab's connection stays")
                    .isTrue();
        });
    }

    @Test
    void theJournalReadsOnAtItsEndAndUndoesWhatCanBeUndone() {
        use(window -> {
            for (int i = 0; i < 300; i++) {
                window.journal.append(note(i));
            }
            window.actions.why.set(Optional.empty());
            window.navigator.go(Places.JOURNAL);
            TableView<?> table = find(window, "journal", TableView.class);
            assertThat(table.getItems()).hasSize(200);
            table.scrollTo(199);
            layout(window);
            assertThat(table.getItems()).hasSizeGreaterThan(300);
            find(window, "journal-query", TextField.class).setText("operation:op-b1");
            select(window, "journal", 0);
            press(window, "journal-undo");
            assertThat(window.actions.started).containsExactly("undo op-b1");
        });
    }

    @Test
    void anUnfinishedActionIsClosedWithWhatWasFound() {
        use(window -> {
            window.navigator.go(Places.JOURNAL);
            layout(window);
            Node banner = find(window, "journal-unfinished", Node.class);
            assertThat(banner.isVisible()).isTrue();
            String id =
                    banner.lookupAll(".button").stream()
                            .map(Node::getId)
                            .filter(name -> name != null && name.endsWith("-close"))
                            .findFirst()
                            .orElseThrow();
            press(window, id);
            assertThat(find(window, "finding-mark", ActionButton.class).isRefused()).isTrue();
            find(window, "finding-text", TextField.class).setText("both are gone");
            press(window, "finding-mark");
            assertThat(banner.isVisible()).isFalse();
            assertThat(window.journal.newestBefore(Long.MAX_VALUE, 1).getFirst().entry().phase())
                    .isEqualTo(Phase.ABORTED);
        });
    }

    private static JournalEntry note(int number) {
        return new JournalEntry(
                "", 0, Phase.NOTE, "oncall-2", "acme", "arm", "note " + number, "", "", "", "");
    }
}
