package dev.curfew.views.journal;

import dev.curfew.store.JournalRecord;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.table.CellGraphic;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/** The icon before a phase. */
final class PhaseGraphic implements CellGraphic<JournalRecord> {
    private final StackPane node = new StackPane();

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(JournalRecord row) {
        Text icon = PhaseWords.icon(row.entry().phase()).view("cell-icon");
        Tone tone = PhaseWords.tone(row.entry().phase());
        tone.on(icon);
        node.getChildren().setAll(icon);
    }
}
