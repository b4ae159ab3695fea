package dev.curfew.views.journal;

import dev.curfew.containment.ActionKind;
import dev.curfew.icons.AppIcon;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.CopyButton;
import dev.curfew.views.kit.DetailsPanel;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One action beside the table: who, why, each step, what was sent and what came back. */
final class RecordDetails {
    private static final Set<ActionKind> NO_WAY_BACK =
            EnumSet.of(
                    ActionKind.EVICT,
                    ActionKind.LIFT_BAN,
                    ActionKind.JOIN_TOKEN,
                    ActionKind.REFRESH_FEDERATION);

    private final DetailsPanel panel;
    private final Actions actions;
    private final Ui ui;

    RecordDetails(Actions actions, Ui ui, Runnable close) {
        this.actions = actions;
        this.ui = ui;
        panel = new DetailsPanel("journal-details", ui, close);
    }

    Node node() {
        return panel;
    }

    void show(JournalRecord chosen, List<JournalRecord> operation) {
        JournalEntry entry = chosen.entry();
        panel.setHead(
                entry.action(),
                new Pill(PhaseWords.word(entry.phase(), ui), PhaseWords.tone(entry.phase())),
                Labels.wrapped(entry.subject(), "mono"));
        panel.setSections(who(chosen), steps(operation), contents(chosen), chain(chosen));
        panel.setActions(undo(operation));
    }

    private VBox who(JournalRecord record) {
        JournalEntry e = record.entry();
        return DetailsPanel.section(
                ui.text("journal.details.who"),
                "",
                fact(ui.text("journal.column.operator"), e.operator()),
                fact(ui.text("journal.column.connection"), e.connection()),
                fact(ui.text("journal.column.time"), ui.ages().full(record.at())),
                fact(ui.text("journal.column.reason"), orNone(e.reason())),
                fact(ui.text("journal.column.incident"), orNone(e.incident())));
    }

    private VBox steps(List<JournalRecord> operation) {
        return DetailsPanel.section(
                ui.text("journal.details.steps"),
                "",
                operation.stream().map(this::step).toArray(Node[]::new));
    }

    private Node step(JournalRecord record) {
        JournalEntry e = record.entry();
        var icon = PhaseWords.icon(e.phase()).view("caption-icon");
        PhaseWords.tone(e.phase()).on(icon);
        String words = PhaseWords.word(e.phase(), ui);
        return DetailsPanel.fact(
                ui.ages().at(record.at()),
                icon,
                Labels.of(
                        e.step() == 0 ? words : ui.text("journal.details.step", words, e.step())));
    }

    private VBox contents(JournalRecord record) {
        List<Node> parts = new ArrayList<>();
        add(parts, "journal-sent", ui.text("journal.details.sent"), record.entry().sent());
        add(
                parts,
                "journal-received",
                ui.text("journal.details.received"),
                record.entry().received());
        return DetailsPanel.section(
                ui.text("journal.details.contents"), "", parts.toArray(Node[]::new));
    }

    private void add(List<Node> parts, String id, String title, String text) {
        if (text.isEmpty()) {
            return;
        }
        TextArea area = new TextArea(PrettyJson.of(text));
        area.setId(id);
        area.setEditable(false);
        area.getStyleClass().add("mono");
        area.setAccessibleText(title);
        area.setPrefRowCount(Math.clamp(area.getText().lines().count(), 2, 14));
        area.setMinHeight(Region.USE_PREF_SIZE);
        parts.add(
                Labels.row(
                        Labels.caption(title),
                        new CopyButton(id + "-copy", title, () -> text, ui)));
        parts.add(area);
    }

    private VBox chain(JournalRecord record) {
        return DetailsPanel.section(
                ui.text("journal.details.chain"),
                "",
                fact(ui.text("journal.column.number"), String.valueOf(record.number())),
                fact(ui.text("journal.details.hash"), shortened(record.hash())),
                fact(ui.text("journal.details.previous"), shortened(record.previousHash())));
    }

    private ActionButton undo(List<JournalRecord> operation) {
        JournalEntry first = operation.getFirst().entry();
        ActionButton undo =
                Buttons.of(
                        "journal-undo",
                        AppIcon.UNDO,
                        ui.text("journal.undo"),
                        () -> actions.undo(first.operationId()));
        undo.refuse(whyNoUndo(operation));
        return undo;
    }

    private String whyNoUndo(List<JournalRecord> operation) {
        boolean ended =
                operation.stream()
                        .anyMatch(r ->
                                r.entry().phase() == Phase.FINISHED
                                        || r.entry().phase() == Phase.ABORTED);
        boolean accepted = operation.stream().anyMatch(r -> r.entry().phase() == Phase.ACCEPTED);
        if (!ended || !accepted) {
            return ui.text("journal.undo.nothing");
        }
        String word = operation.getFirst().entry().action();
        boolean never = NO_WAY_BACK.stream().anyMatch(kind -> kind.word().equals(word));
        return never ? ui.text("journal.undo.never") : actions.whyNot().getValue().orElse("");
    }

    private Node fact(String title, String value) {
        return DetailsPanel.fact(title, new Region(), Labels.of(value));
    }

    private String orNone(String text) {
        return text.isEmpty() ? ui.text("journal.none") : text;
    }

    private static String shortened(String hash) {
        return hash.length() <= 16 ? hash : hash.substring(0, 16) + "…";
    }
}
