package dev.curfew.views.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.Estate;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Look;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Places;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.Unnamed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** The screens as an operator uses them, over the lab's data. */
class ScreensTest {
    private static void use(Consumer<ScreensWindow> actions) {
        use(LabEstate.estate(), actions);
    }

    private static void use(Estate estate, Consumer<ScreensWindow> actions) {
        Fx.run(() -> {
            ScreensWindow window = new ScreensWindow(estate);
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

    /** Everything that is written in one part of the screen. */
    private static String texts(ScreensWindow window, String id) {
        return find(window, id, Parent.class).lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("\n"));
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
    void policyBackendsStandBesideTheServersWithWhatIsDangerousAboutThem() {
        use(
                BackendEstates.with(
                        LabEstate.estate(), BackendEstates.open(), BackendEstates.decides()),
                window -> {
                    window.navigator.go(new Location(Places.CONNECTIONS, "policies-eu"));
                    layout(window);
                    window.connections.open("policies-eu");
                    layout(window);
                    String shown = texts(window, "connection-details");
                    assertThat(shown)
                            .contains("asks for no key: whoever reaches it")
                            .contains("folder#viewer")
                            .contains("End a relationship")
                            .contains("Deny a subject everything: not offered")
                            .contains("not told")
                            .contains("key or token from $FGA_KEY");
                    press(window, "connection-arm");
                    press(window, "arm-confirm");
                    press(window, "connection-read");
                    press(window, "connection-disconnect");
                    press(window, "connection-remove");
                    press(window, "remove-connection-confirm");
                    assertThat(window.desk.asked)
                            .containsExactly(
                                    "arm policies-eu",
                                    "read policies-eu",
                                    "disconnect policies-eu");
                    assertThat(window.backends.asked()).containsExactly("remove policies-eu");
                    window.connections.open("gateway");
                    layout(window);
                    assertThat(find(window, "connection-arm", ActionButton.class).isRefused())
                            .as("it only decides")
                            .isTrue();
                });
    }

    @Test
    void theVersionThatABackendTellsStandsWithItsState() {
        use(
                BackendEstates.with(LabEstate.estate(), BackendEstates.told()),
                window -> {
                    window.navigator.go(Places.CONNECTIONS);
                    layout(window);
                    window.connections.open("relations");
                    layout(window);
                    assertThat(texts(window, "connection-details"))
                            .contains("v1.56.0")
                            .doesNotContain("not told");
                });
    }

    @Test
    void whateverTakesTheFocusHasAName() {
        use(
                BackendEstates.with(LabEstate.estate(), BackendEstates.open()),
                window -> {
                    Map<String, List<String>> unnamed = new LinkedHashMap<>();
                    for (String place :
                            List.of(
                                    Places.OVERVIEW,
                                    Places.TRUST,
                                    Places.CONNECTIONS,
                                    Places.JOURNAL)) {
                        window.navigator.go(place);
                        layout(window);
                        unnamed.put(place, Unnamed.in(window.root));
                    }
                    window.navigator.go(Places.CONNECTIONS);
                    layout(window);
                    press(window, "connections-newBackend");
                    layout(window);
                    unnamed.put("form of a backend", Unnamed.in(window.root));
                    assertThat(
                                    find(window, "backend-way-1", ToggleButton.class)
                                            .getAccessibleText())
                            .isEqualTo("The way there: Not encrypted");
                    press(window, "backend-cancel");
                    press(window, "connections-new");
                    layout(window);
                    unnamed.put("form of a server", Unnamed.in(window.root));
                    unnamed.values().removeIf(List::isEmpty);
                    assertThat(unnamed).isEmpty();
                });
    }

    @Test
    void aSavedConnectionThatCanNotBeReadIsToldAndForgottenOnlyWhenMeant() {
        use(window -> {
            window.backends.unreadable("policies-new", "its target: what is topaz:");
            window.navigator.go(Places.CONNECTIONS);
            layout(window);
            assertThat(texts(window, "connections-unread"))
                    .contains("The saved connection policies-new can not be read.")
                    .contains("its target: what is topaz:")
                    .contains("It stays in the store as it is");
            press(window, "connections-unread-0-action");
            assertThat(window.backends.asked()).isEmpty();
            press(window, "remove-unread-confirm");
            assertThat(window.backends.asked()).containsExactly("remove policies-new");
        });
    }

    @Test
    void aSavedServerThatCanNotBeReadIsToldBesideABackend() {
        use(window -> {
            window.backends.unreadable("policies-new", "its target: what is topaz:");
            window.desk.unreadable("prod-new", "credentials_kind tpm");
            window.navigator.go(Places.CONNECTIONS);
            layout(window);
            assertThat(texts(window, "connections-unread"))
                    .contains("The saved connection prod-new can not be read.")
                    .contains("credentials_kind tpm")
                    .contains("The saved connection policies-new can not be read.");
            press(window, "connections-unread-0-action");
            press(window, "remove-unread-confirm");
            assertThat(window.desk.asked).containsExactly("remove prod-new");
            assertThat(window.backends.asked()).isEmpty();
        });
    }

    @Test
    void aBackendThatIsDownOrReadInPartSaysWhy() {
        use(
                BackendEstates.with(LabEstate.estate(), BackendEstates.down()),
                window -> {
                    window.navigator.go(Places.CONNECTIONS);
                    layout(window);
                    window.connections.open("policies-eu");
                    layout(window);
                    assertThat(texts(window, "connection-details"))
                            .contains("Nothing listens at authz.prod-eu.acme.test:8081")
                            .contains("Next attempt in 17 s")
                            .contains("Not known before it answers.");
                    assertThat(find(window, "connection-read", ActionButton.class).getText())
                            .isEqualTo("Try again");
                    press(window, "connection-read");
                    assertThat(window.desk.asked).containsExactly("read policies-eu");
                    window.show(BackendEstates.with(LabEstate.estate(), BackendEstates.partial()));
                    layout(window);
                    assertThat(texts(window, "connection-details"))
                            .contains("answers in part")
                            .contains("at least 3")
                            .contains("only the first 500,000 relationships were taken");
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
    void aChangeOfRulesOrWaiversIsToldInASentence() {
        use(window -> {
            Settings.change(window.journal);
            window.navigator.go(Places.JOURNAL);
            layout(window);
            select(window, "journal", 0);
            layout(window);
            assertThat(texts(window, "journal-details"))
                    .contains(
                            "end-waiver",
                            "A finding of D14 counts again. oncall had let it be until 2026-10-09"
                                    + " 14:01:12 UTC.");
            assertThat(find(window, "journal-undo", ActionButton.class).isRefused()).isTrue();
            select(window, "journal", 1);
            layout(window);
            assertThat(texts(window, "journal-details"))
                    .contains(
                            "waive",
                            "D14 spiffe://acme.test/agent/deploy-bot",
                            "A finding of D14 is let be until 2026-10-09 14:01:12 UTC.",
                            "planned for the release");
            select(window, "journal", 2);
            layout(window);
            assertThat(texts(window, "journal-details"))
                    .contains(
                            "save-rules",
                            "delegation rules: 1 added, default forbid",
                            "Rules put in force: 1 rule, by default forbidden. Added: 1, changed:"
                                    + " 0, removed: 0.");
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
