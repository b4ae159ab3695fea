package dev.curfew.views.journal;

import dev.curfew.icons.AppIcon;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.evidence.EvidenceExport;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.CopyButton;
import dev.curfew.views.kit.DetailsPanel;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One operation from its plan to its end, and the very texts of the chosen record. */
final class OperationDetails {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int HASH_SHOWN = 16;

    private final Ui ui;
    private final Actions actions;
    private final EvidenceExport evidence;
    private final DetailsPanel panel;

    OperationDetails(Actions actions, EvidenceExport evidence, Ui ui, Runnable close) {
        this.ui = ui;
        this.actions = actions;
        this.evidence = evidence;
        panel = new DetailsPanel("journal-details", ui, close);
        panel.getStyleClass().add("wide-details");
    }

    DetailsPanel node() {
        return panel;
    }

    void show(OperationView view) {
        JournalRecord chosen = view.chosen();
        JournalEntry entry = chosen.entry();
        panel.setHead(
                entry.action(),
                new Pill(PhaseWords.word(entry.phase(), ui), PhaseWords.tone(entry.phase())),
                what(entry));
        List<Node> sections = new ArrayList<>();
        sections.add(facts(view));
        sections.add(records(view));
        String changed = NoteWords.isSetting(entry) ? "journal.changed" : "journal.sent";
        text(changed, "journal-sent", entry.sent(), sections);
        text("journal.received", "journal-received", entry.received(), sections);
        sections.add(chain(chosen));
        panel.setSections(sections.toArray(Node[]::new));
        panel.setActions(export(view), Labels.gap(), undo(view));
    }

    private Node what(JournalEntry entry) {
        VBox what = new VBox(Labels.wrapped(entry.subject()));
        NoteWords.sentence(entry, ui)
                .map(sentence -> Labels.wrapped(sentence, "muted"))
                .ifPresent(what.getChildren()::add);
        return what;
    }

    private ActionButton export(OperationView view) {
        String operation = view.chosen().entry().operationId();
        ActionButton export =
                Buttons.of(
                        "journal-evidence",
                        AppIcon.EXPORT,
                        ui.text("journal.evidence"),
                        () -> evidence.ask(operation));
        export.refuse(evidence.whyNot(operation));
        return export;
    }

    private ActionButton undo(OperationView view) {
        ActionButton undo =
                Buttons.of(
                        "journal-undo",
                        AppIcon.UNDO,
                        ui.text("journal.undo"),
                        () -> actions.undo(view.chosen().entry().operationId()));
        undo.refuse(
                switch (view.undoable()) {
                    case NEVER -> ui.text("journal.undo.never");
                    case WHERE_IT_WAS_MADE -> ui.text("journal.undo.setting");
                    case NOT_FINISHED -> ui.text("journal.undo.notFinished");
                    case YES -> actions.whyNot().getValue().orElse("");
                });
        return undo;
    }

    private Node facts(OperationView view) {
        JournalEntry entry = view.chosen().entry();
        List<Node> facts = new ArrayList<>();
        facts.add(fact("journal.fact.at", ui.ages().full(view.chosen().at())));
        facts.add(fact("journal.fact.operator", entry.operator()));
        given("journal.fact.connection", entry.connection(), facts);
        given("journal.fact.incident", entry.incident(), facts);
        given("journal.fact.reason", entry.reason(), facts);
        given("journal.fact.operation", entry.operationId(), facts);
        return DetailsPanel.section(
                ui.text("journal.part.who"),
                ui.text("journal.part.who.asks"),
                facts.toArray(Node[]::new));
    }

    private void given(String key, String value, List<Node> facts) {
        if (!value.isEmpty()) {
            facts.add(fact(key, value));
        }
    }

    private Node fact(String key, String value) {
        return DetailsPanel.fact(
                ui.texts().get(key), Labels.of("", "provenance"), Labels.wrapped(value));
    }

    private Node records(OperationView view) {
        VBox section =
                DetailsPanel.section(
                        ui.text("journal.part.records"),
                        ui.text("journal.part.records.asks", view.records().size()));
        for (JournalRecord record : view.records()) {
            JournalEntry entry = record.entry();
            String step = entry.step() == 0 ? "" : ui.text("journal.step", entry.step());
            HBox line =
                    new HBox(
                            Labels.of(ui.ages().at(record.at()), "record-time"),
                            PhaseWords.icon(entry.phase())
                                    .view("cell-icon", PhaseWords.tone(entry.phase()).styleClass()),
                            Labels.of(
                                    PhaseWords.word(entry.phase(), ui),
                                    PhaseWords.tone(entry.phase()).styleClass()),
                            Labels.caption(step));
            line.getStyleClass().add("record-line");
            line.pseudoClassStateChanged(CHOSEN, record.number() == view.chosen().number());
            section.getChildren().add(line);
        }
        return section;
    }

    private void text(String key, String id, String text, List<Node> sections) {
        if (!text.isEmpty()) {
            String name = ui.texts().get(key);
            VBox section = DetailsPanel.section(name, "", new CodeBlock(id, name, text));
            sections.add(section);
        }
    }

    private Node chain(JournalRecord record) {
        return DetailsPanel.section(
                ui.text("journal.part.chain"),
                ui.text("journal.part.chain.asks"),
                fact("journal.fact.record", Long.toString(record.number())),
                hash("journal.fact.previous", record.previousHash()),
                DetailsPanel.fact(
                        ui.text("journal.fact.hash"),
                        Labels.of("", "provenance"),
                        Labels.row(
                                Labels.mono(cut(record.hash())),
                                new CopyButton(
                                        "journal-copyHash",
                                        ui.text("journal.fact.hash"),
                                        record::hash,
                                        ui))));
    }

    private Node hash(String key, String hash) {
        return DetailsPanel.fact(
                ui.texts().get(key), Labels.of("", "provenance"), Labels.mono(cut(hash)));
    }

    private static String cut(String hash) {
        return hash.length() <= HASH_SHOWN ? hash : hash.substring(0, HASH_SHOWN) + "…";
    }
}
