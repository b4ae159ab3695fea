package dev.curfew.views.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.EntryTable;
import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Look;
import dev.curfew.views.list.Estates;
import dev.curfew.views.list.ListWindow;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Places;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.Unnamed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class WorkloadsPageTest {
    private static final List<Node> NODES = List.of(Estates.node("one", false));

    private static ServerEstate server(int entries) {
        return Estates.complete("spire-a", Estates.entries(entries), NODES);
    }

    private static void with(Estate estate, Consumer<ListWindow> test) {
        Fx.run(() -> {
            ListWindow window = new ListWindow(estate);
            window.scene(1000, 700, new Look(true, 1));
            test.accept(window);
        });
    }

    private static TableView<?> table(ListWindow window) {
        return window.table("workloads-table");
    }

    private static void select(ListWindow window, int row) {
        table(window).getSelectionModel().clearAndSelect(row);
        window.layout();
    }

    private static void press(ListWindow window, KeyCode code, boolean shift, boolean control) {
        table(window)
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
        window.layout();
    }

    private static List<String> texts(ListWindow window) {
        return window.root.lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    private static List<String> keys(ListWindow window) {
        return window.workloads.table().shownRows().stream().map(WorkloadRow::key).toList();
    }

    @Test
    void whateverTakesTheFocusHasAName() {
        with(
                Estates.of(server(30)),
                window -> {
                    assertThat(Unnamed.in(window.root)).isEmpty();
                    select(window, 7);
                    press(window, KeyCode.SPACE, false, false);
                    window.layout();
                    assertThat(Unnamed.in(window.root)).as("a row is chosen and marked").isEmpty();
                });
    }

    @Test
    void typingFiltersAndAMistakeKeepsTheRows() {
        with(
                Estates.of(server(300)),
                window -> {
                    assertThat(keys(window)).hasSize(300);
                    window.type("workloads-query", "agent-29 ttl>10m");
                    assertThat(keys(window)).contains("e-29", "e-290").hasSizeLessThan(12);
                    assertThat(texts(window)).anyMatch(text -> text.endsWith(" of 300"));
                    int before = keys(window).size();
                    window.type("workloads-query", "agent-29 ttl>1x");
                    assertThat(texts(window)).anyMatch(text -> text.contains("not a unit"));
                    assertThat(keys(window)).hasSize(before);
                    window.type("workloads-query", "nothing like it");
                    assertThat(keys(window)).isEmpty();
                    window.press("workloads-table-clearFilter");
                    assertThat(keys(window)).hasSize(300);
                });
    }

    @Test
    void selectionMarksAndScrollOutliveANewReading() {
        with(
                Estates.of(server(300)),
                window -> {
                    select(window, 7);
                    press(window, KeyCode.SPACE, false, false);
                    List<RegistrationEntry> next = new ArrayList<>(Estates.entries(300));
                    next.removeFirst();
                    window.show(Estates.of(Estates.complete("spire-a", next, NODES)));
                    window.layout();
                    assertThat(window.workloads.table().currentProperty().get())
                            .extracting(WorkloadRow::key)
                            .isEqualTo("e-7");
                    assertThat(window.workloads.table().marks().has("e-7")).isTrue();
                    next.removeIf(entry -> entry.id().equals("e-7"));
                    window.show(Estates.of(Estates.complete("spire-a", next, NODES)));
                    window.layout();
                    assertThat(window.workloads.table().marks().isEmpty())
                            .as("a mark of what is gone would make the count lie")
                            .isTrue();
                    assertThat(window.has("workloads-details")).isFalse();
                });
    }

    @Test
    void aRunningScanShowsItsFirstRowsAndStaysWhereItIs() {
        EntryTable first = EntryTable.EMPTY.plus(Estates.entries(2_000));
        EntryTable more = first.plus(Estates.entries(12_500).subList(2_000, 12_500));
        with(
                Estates.of(Estates.reading("spire-a", first)),
                window -> {
                    assertThat(keys(window)).hasSize(2_000);
                    table(window).scrollTo(500);
                    select(window, 505);
                    int before = firstShown(window);
                    window.show(Estates.of(Estates.reading("spire-a", more)));
                    window.layout();
                    assertThat(keys(window)).hasSize(12_500);
                    assertThat(firstShown(window)).isEqualTo(before);
                    assertThat(window.workloads.table().currentProperty().get())
                            .extracting(WorkloadRow::key)
                            .isEqualTo("e-505");
                    assertThat(texts(window))
                            .contains("12,500 registration entries on spire-a read so far");
                });
    }

    private static int firstShown(ListWindow window) {
        return window.root.lookupAll(".table-row-cell").stream()
                .map(javafx.scene.control.TableRow.class::cast)
                .filter(row -> row.isVisible() && !row.isEmpty())
                .mapToInt(row -> row.getIndex())
                .min()
                .orElse(-1);
    }

    @Test
    void markedRowsAreWhatButtonsWorkOn() {
        with(
                Estates.of(server(20)),
                window -> {
                    select(window, 2);
                    press(window, KeyCode.SPACE, false, false);
                    select(window, 4);
                    press(window, KeyCode.SPACE, true, false);
                    assertThat(texts(window)).contains("3 selected");
                    window.press("workloads-bar-tighten");
                    window.press("workloads-bar-delete");
                    window.press("workloads-bar-edit");
                    window.press("workloads-bar-copy");
                    assertThat(window.actions.started)
                            .containsExactly("tighten [e-2, e-3, e-4]", "delete [e-2, e-3, e-4]");
                    assertThat(window.dialogs.clipboard())
                            .startsWith("spiffe://acme.test/agents/agent-2\n");
                    window.type("workloads-query", "name:agent-3");
                    assertThat(texts(window))
                            .contains("1 selected", "2 more do not match the filter");
                    window.press("workloads-bar-tighten");
                    assertThat(window.actions.started).last().isEqualTo("tighten [e-3]");
                    window.type("workloads-query", "");
                    press(window, KeyCode.A, false, true);
                    assertThat(texts(window)).contains("20 selected");
                });
    }

    @Test
    void aReadOnlyConnectionRefusesWithItsReason() {
        with(
                Estates.of(server(5)),
                window -> {
                    String why = "spire-a is read-only. Arm it first.";
                    select(window, 1);
                    press(window, KeyCode.SPACE, false, false);
                    window.actions.why.set(Optional.of(why));
                    for (String id :
                            List.of(
                                    "workloads-new",
                                    "workloads-bar-tighten",
                                    "workloads-bar-delete",
                                    "workloads-bar-edit",
                                    "workloads-details-delete")) {
                        ActionButton button = (ActionButton) window.find(id);
                        assertThat(button.isRefused()).as(id).isTrue();
                        assertThat(button.getTooltip().getText()).as(id).isEqualTo(why);
                        button.fire();
                    }
                    assertThat(window.actions.started).isEmpty();
                    window.actions.why.set(Optional.empty());
                    window.press("workloads-new");
                    window.press("workloads-bar-edit");
                    window.press("workloads-details-delete");
                    assertThat(window.actions.started)
                            .containsExactly("create", "edit e-1", "delete [e-1]");
                });
    }

    @Test
    void whatFailedSaysWhyAndOffersToReadAgain() {
        Failure silent = new Failure(Reason.NO_ANSWER, "spire-a", "5 s");
        with(
                Estates.of(Estates.failed(server(5), silent)),
                window -> {
                    assertThat(keys(window)).as("old rows stay").hasSize(5);
                    window.press("workloads-table-banner-retry");
                    assertThat(window.readAgain).containsExactly("spire-a");
                });
        with(
                Estates.of(Estates.down(Estates.named("spire-a"), silent)),
                window -> assertThat(texts(window)).contains("spire-a does not answer."));
        with(
                Estates.of(
                        Estates.partial(
                                server(50),
                                12,
                                new Failure(Reason.LOST_MID_SCAN, "spire-a", "reset"))),
                window -> {
                    assertThat(texts(window))
                            .contains("Partial: 12 rows. spire-a was lost while it was read.");
                    window.press("workloads-notice-action");
                    assertThat(window.readAgain).containsExactly("spire-a");
                });
        with(
                Estates.of(Estates.unreadable(server(5), List.of("row 6: no id"))),
                window -> {
                    assertThat(texts(window)).contains("row 6: no id");
                    window.press("workloads-notice-action");
                    assertThat(window.dialogs.clipboard()).isEqualTo("row 6: no id");
                });
        with(Estate.EMPTY, window -> assertThat(texts(window)).contains("No connection"));
    }

    @Test
    void someoneWhoComesWithAQueryGetsTheOneRowOpened() {
        with(
                Estates.of(server(30)),
                window -> {
                    window.navigator.go(new Location(Places.WORKLOADS, "id=e-17"));
                    window.layout();
                    assertThat(keys(window)).containsExactly("e-17");
                    assertThat(window.has("workloads-details")).isTrue();
                    assertThat(texts(window)).contains("spiffe://acme.test/agents/agent-17");
                    assertThat(window.workloads.escape()).isTrue();
                    window.layout();
                    assertThat(window.has("workloads-details")).isFalse();
                    assertThat(window.workloads.escape()).isFalse();
                });
    }

    @Test
    void aHundredThousandRowsAreShownFilteredAndSorted() {
        with(
                Estates.of(server(100_000)),
                window -> {
                    assertThat(keys(window)).hasSize(100_000);
                    window.type("workloads-query", "agent-777");
                    assertThat(keys(window)).contains("e-777", "e-77700").hasSize(111);
                    window.type("workloads-query", "");
                    window.workloads.table().sortBy("x509", false);
                    window.layout();
                    assertThat(
                                    window.workloads
                                            .table()
                                            .shownRows()
                                            .getFirst()
                                            .x509Ttl()
                                            .toMinutes())
                            .isEqualTo(80);
                    select(window, 50_000);
                    assertThat(window.has("workloads-details")).isTrue();
                    press(window, KeyCode.A, false, true);
                    assertThat(texts(window)).contains("100,000 selected");
                });
    }
}
