package dev.curfew.views.containments;

import dev.curfew.containment.book.Kept;
import dev.curfew.containment.run.RecordKind;
import dev.curfew.outcome.SafeText;
import dev.curfew.store.JournalRecord;
import dev.curfew.views.journal.PhaseWords;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The newest records of a containment and its steps. */
final class CaseJournal {
    private static final int MOST = 8;

    private final Ui ui;
    private final VBox lines = new VBox();
    private final Card card;

    CaseJournal(Ui ui, Runnable open) {
        this.ui = ui;
        lines.setId("containment-journal");
        lines.getStyleClass().add("journal-lines");
        card = new Card(ui.text("containments.journal"), lines);
        card.with(Buttons.link("containment-journal-open", ui.text("containments.open"), open));
    }

    Region node() {
        return card;
    }

    void show(Kept kept, List<JournalRecord> records) {
        card.subtitle(ui.text("containments.journal.count", records.size()));
        List<JournalRecord> newest = records.reversed();
        lines.getChildren()
                .setAll(
                        newest.subList(0, Math.min(MOST, newest.size())).stream()
                                .map(record -> line(kept, record))
                                .toList());
    }

    private Node line(Kept kept, JournalRecord record) {
        Label time = Labels.whole(ui.ages().at(record.at()), "caption", "mono");
        String what =
                record.entry().operationId().equals(kept.id())
                        ? ofContainment(record)
                        : ui.text(
                                "containments.journal.call",
                                record.entry()
                                        .operationId()
                                        .substring(
                                                record.entry().operationId().lastIndexOf('/') + 1),
                                record.entry().action(),
                                SafeText.of(record.entry().connection()));
        Label words = Labels.of(what);
        Label phase =
                PhaseWords.tone(record.entry().phase())
                        .on(Labels.whole(PhaseWords.word(record.entry().phase(), ui), "caption"));
        HBox row = new HBox(time, words, Labels.gap(), phase);
        row.getStyleClass().add("journal-line");
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(time.getText() + " " + what + " " + phase.getText());
        return row;
    }

    private String ofContainment(JournalRecord record) {
        int step = record.entry().step();
        String on = SafeText.of(record.entry().connection());
        return switch (RecordKind.of(record)) {
            case PLANNED -> ui.text("containments.journal.planned");
            case APPROVED -> ui.text("containments.journal.approved");
            case REFUSED -> ui.text("containments.journal.refused");
            case RESUMED -> ui.text("containments.journal.resumed");
            case HELD -> ui.text("containments.journal.held");
            case GOES_ON -> ui.text("containments.journal.goesOn");
            case CLOCK -> ui.text("containments.journal.clock", on);
            case STEP -> ui.text("containments.journal.step", step, on);
            case LOOK -> ui.text("containments.journal.look", step, on);
            case SIGHTING -> ui.text("containments.journal.sighting");
            case END -> ui.text("containments.journal.end");
            case NOTE -> ui.text("containments.journal.note", step, on);
        };
    }
}
