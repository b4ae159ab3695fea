package dev.curfew.views.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.delegation.check.CheckId;
import dev.curfew.delegation.check.DelegationFinding;
import dev.curfew.delegation.check.Evidence;
import dev.curfew.delegation.check.Severity;
import dev.curfew.store.JournalEntry;
import dev.curfew.views.delegation.FindingRow.Found;
import dev.curfew.views.delegation.FindingRow.NotKnown;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.graph.Pick;
import dev.curfew.views.kit.Look;
import dev.curfew.views.testing.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsPaneTest {
    private static final Look DARK = new Look(true, 1);

    private static DelegationWindow window() {
        DelegationWindow window =
                new DelegationWindow(Optional.of(Acme.snapshot()), DARK, 1440, 900);
        fire(window, "#delegation-shape-2");
        return window;
    }

    private static void fire(DelegationWindow window, String id) {
        Gallery.snapshot(window.scene);
        switch (window.node(id)) {
            case Button button -> button.fire();
            case ToggleButton button -> button.fire();
            default -> throw new IllegalStateException(id);
        }
        Gallery.snapshot(window.scene);
    }

    @SuppressWarnings("unchecked")
    private static TableView<FindingRow> table(DelegationWindow window) {
        return (TableView<FindingRow>) window.node("#findings-table");
    }

    private static List<String> texts(DelegationWindow window, String id) {
        Gallery.snapshot(window.scene);
        return window.node(id).lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }

    private static void choose(DelegationWindow window, CheckId check) {
        TableView<FindingRow> table = table(window);
        table.getSelectionModel()
                .select(
                        table.getItems().stream()
                                .filter(row -> row.check() == check)
                                .findFirst()
                                .orElseThrow());
        Gallery.snapshot(window.scene);
    }

    @Test
    void whatWasFoundComesFirstAndWhatIsNotKnownIsNeverPassed() {
        Fx.run(() -> {
            DelegationWindow window = window();
            List<FindingRow> rows = table(window).getItems();
            assertThat(rows).first().isInstanceOf(Found.class);
            assertThat(rows.getFirst().check()).isEqualTo(CheckId.D14);
            assertThat(rows.getFirst().what())
                    .isEqualTo(
                            "web-researcher → deploy-bot is forbidden by the rule"
                                    + " \"deploy-bot takes orders from people only\".");
            assertThat(rows).last().isInstanceOf(NotKnown.class);
            assertThat(rows)
                    .filteredOn(NotKnown.class::isInstance)
                    .extracting(FindingRow::check)
                    .contains(CheckId.D04, CheckId.D09, CheckId.D22);
            Findings found = window.findings.stateProperty().get().findings().orElseThrow();
            assertThat(found.checks()).isEqualTo(23);
            assertThat(found.checksFound() + found.checksClean() + found.checksNotKnown())
                    .isEqualTo(23);
        });
    }

    @Test
    void severityAndWordsNarrowTheList() {
        Fx.run(() -> {
            DelegationWindow window = window();
            fire(window, "#findings-severity-1");
            assertThat(table(window).getItems())
                    .extracting(FindingRow::check)
                    .containsExactly(CheckId.D14);
            fire(window, "#findings-severity-5");
            assertThat(table(window).getItems()).allMatch(NotKnown.class::isInstance);
            ((TextField) window.node("#findings-filter")).setText("which tasks are OVER");
            Gallery.snapshot(window.scene);
            assertThat(table(window).getItems())
                    .extracting(FindingRow::check)
                    .containsExactly(CheckId.D04);
            ((TextField) window.node("#findings-filter")).setText("nothing like it");
            fire(window, "#findings-table-clearFilter");
            assertThat(table(window).getItems().size())
                    .isEqualTo(
                            window.findings
                                    .stateProperty()
                                    .get()
                                    .findings()
                                    .orElseThrow()
                                    .rows()
                                    .size());
        });
    }

    @Test
    void aFindingIsExplainedShownContainedAndCopied() {
        Fx.run(() -> {
            DelegationWindow window = window();
            choose(window, CheckId.D14);
            assertThat(texts(window, "#findings-details"))
                    .contains(
                            "D14",
                            "Delegation where it is forbidden",
                            "Critical",
                            "spiffe://acme.test/agent/deploy-bot",
                            "A rule of yours says no, and the delegation is there all the same.",
                            "• Delete the relationship",
                            "OWASP ASI",
                            "ASI03",
                            "prod-eu, 23 s ago");
            fire(window, "#findings-contain");
            window.page.contain();
            assertThat(window.done)
                    .containsExactly(
                            "CONTAIN spiffe://acme.test/agent/deploy-bot",
                            "CONTAIN spiffe://acme.test/agent/deploy-bot");
            fire(window, "#findings-copy");
            assertThat(window.dialogs.clipboard())
                    .startsWith("D14 Delegation where it is forbidden [Critical]")
                    .contains("Grant: g6", "Known since: 2026-10-02 14:01:12 UTC");
            fire(window, "#findings-show");
            assertThat(window.graph().selectedProperty().get())
                    .contains(
                            new Pick.OfArrow(
                                    Folded.arrow(
                                            Folds.idOf(Acme.RESEARCHER),
                                            Folds.idOf(Acme.DEPLOYER))));
        });
    }

    @Test
    void aWaivedFindingStandsBelowUntilItsEnd() {
        Fx.run(() -> {
            DelegationWindow window = window();
            choose(window, CheckId.D14);
            fire(window, "#findings-waive");
            assertThat(window.findings.stateProperty().get().findings().orElseThrow().countWaived())
                    .isZero();
            TextField reason = (TextField) window.node("#findings-waive-reason");
            reason.setText("planned for the release");
            window.findings.check();
            assertThat(reason.getText()).isEqualTo("planned for the release");
            fire(window, "#findings-waive-time-0");
            fire(window, "#findings-waive");
            Findings found = window.findings.stateProperty().get().findings().orElseThrow();
            assertThat(found.countWaived()).isEqualTo(1);
            assertThat(found.count(Severity.CRITICAL)).isZero();
            assertThat(found.marks().of("g6")).extracting(Found::check).doesNotContain(CheckId.D14);
            assertThat(found.marks().forbidden()).containsExactly("g6");
            assertThat(table(window).getItems())
                    .last()
                    .extracting(FindingRow::check)
                    .isEqualTo(CheckId.D14);
            choose(window, CheckId.D14);
            assertThat(texts(window, "#findings-details"))
                    .contains("Waived", "planned for the release", "2026-10-03 14:01:12 UTC")
                    .contains("oncall, 2026-10-02 14:01:12 UTC");
            ((TextField) window.node("#findings-endWaiver-reason")).setText("released");
            fire(window, "#findings-endWaiver");
            assertThat(
                            window.findings
                                    .stateProperty()
                                    .get()
                                    .findings()
                                    .orElseThrow()
                                    .count(Severity.CRITICAL))
                    .isEqualTo(1);
            assertThat(window.journaled())
                    .extracting(
                            JournalEntry::action,
                            JournalEntry::operator,
                            JournalEntry::subject,
                            JournalEntry::reason)
                    .containsExactly(
                            tuple(
                                    "waive",
                                    "oncall",
                                    "D14 spiffe://acme.test/agent/deploy-bot",
                                    "planned for the release"),
                            tuple(
                                    "end-waiver",
                                    "oncall",
                                    "D14 spiffe://acme.test/agent/deploy-bot",
                                    "released"));
        });
    }

    @Test
    void whatIsNotKnownSaysWhichFactIsMissing() {
        Fx.run(() -> {
            DelegationWindow window = window();
            choose(window, CheckId.D04);
            assertThat(texts(window, "#findings-details"))
                    .contains("Not known", "• which tasks are over")
                    .anyMatch(text -> text.endsWith("this check has not been passed."));
            window.page.contain();
            assertThat(window.done).isEmpty();
            assertThat(window.page.escape()).isTrue();
            assertThat(window.root.lookup("#findings-details")).isNull();
        });
    }

    @Test
    void thePictureMarksWhatWasFoundAndLeadsThere() {
        Fx.run(() -> {
            DelegationWindow window = window();
            fire(window, "#delegation-shape-0");
            window.graph().select(Optional.of(new Pick.OfBox(Folds.idOf(Acme.DEPLOYER))));
            Gallery.snapshot(window.scene);
            assertThat(
                            window.model.stateProperty().get().folded().picture().boxes().stream()
                                    .filter(box -> box.id().equals(Folds.idOf(Acme.DEPLOYER)))
                                    .findFirst()
                                    .orElseThrow()
                                    .note())
                    .startsWith("AI agent, ")
                    .endsWith(" findings");
            fire(window, "#delegation-finding-D14");
            assertThat(table(window).getSelectionModel().getSelectedItem().check())
                    .isEqualTo(CheckId.D14);
            assertThat(texts(window, "#findings-details"))
                    .contains("D14", "Delegation where it is forbidden");
        });
    }

    @Test
    void findingsAreWrittenToFiles(@TempDir Path folder) throws Exception {
        Path csv = folder.resolve("findings.csv");
        Path json = folder.resolve("findings.json");
        int rows =
                Fx.call(() -> {
                    DelegationWindow window = window();
                    MenuButton export = (MenuButton) window.node("#findings-export");
                    window.dialogs.willChoose(Optional.of(csv));
                    export.getItems().get(0).fire();
                    window.dialogs.willChoose(Optional.of(json));
                    export.getItems().get(1).fire();
                    return table(window).getItems().size();
                });
        assertThat(Files.readAllLines(csv)).hasSize(rows + 1);
        assertThat(Files.readString(json))
                .contains("\"check\":\"D14\"", "\"first_seen\":\"2026-10-02T14:01:12Z\"")
                .contains("\"checked\":false", "\"missing\":[\"closed_tasks\"]");
    }

    @Test
    void everyoneInARingIsNamed() {
        Fx.run(() -> {
            DelegationFinding ring =
                    new DelegationFinding(
                            CheckId.D06,
                            Severity.HIGH,
                            Acme.WRITER,
                            List.of("g8"),
                            new Evidence(
                                    "cycle",
                                    List.of("2", Acme.WRITER.id() + ", " + Acme.REVIEWER.id())));
            FindingWords words = new FindingWords(window().ui);
            assertThat(words.what(ring, Acme.snapshot().grants()))
                    .isEqualTo("2 parties in a ring: code-writer, code-reviewer.");
        });
    }

    /** A person looks at them. */
    @Test
    void drawsTheFindings() {
        draw("findings", window -> choose(window, CheckId.D14));
        draw("findings-list", window -> {});
        draw("findings-notKnown", window -> choose(window, CheckId.D04));
        draw(
                "findings-waived",
                window -> {
                    choose(window, CheckId.D14);
                    ((TextField) window.node("#findings-waive-reason"))
                            .setText("planned for the release");
                    fire(window, "#findings-waive");
                });
    }

    private static void draw(String name, Consumer<DelegationWindow> state) {
        draw(name, 1440, 900, DARK, state);
        draw(name, 1440, 900, new Look(false, 1), state);
        draw(name, 1000, 700, DARK, state);
        draw(name, 1440, 900, new Look(true, 2), state);
    }

    private static void draw(
            String name, int width, int height, Look look, Consumer<DelegationWindow> state) {
        Path written =
                Fx.call(() -> {
                    DelegationWindow window =
                            new DelegationWindow(Optional.of(Acme.snapshot()), look, width, height);
                    fire(window, "#delegation-shape-2");
                    state.accept(window);
                    return new Gallery(Path.of("target", "gallery"))
                            .write(
                                    "%s-%s-%dx%d.png".formatted(name, look, width, height),
                                    Gallery.snapshot(window.scene));
                });
        assertThat(written).exists();
    }
}
