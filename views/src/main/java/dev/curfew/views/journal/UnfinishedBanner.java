package dev.curfew.views.journal;

import dev.curfew.containment.Unfinished;
import dev.curfew.icons.AppIcon;
import dev.curfew.store.JournalEntry;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Actions that a crash cut off: what is known of each, until someone has looked. */
final class UnfinishedBanner extends VBox {
    private static final int MOST = 3;

    private final Ui ui;
    private final Consumer<String> show;
    private final Consumer<Unfinished.Operation> close;

    UnfinishedBanner(Consumer<String> show, Consumer<Unfinished.Operation> close, Ui ui) {
        this.ui = ui;
        this.show = show;
        this.close = close;
        setId("journal-unfinished");
        show(List.of());
    }

    void show(List<Unfinished.Operation> operations) {
        setVisible(!operations.isEmpty());
        setManaged(!operations.isEmpty());
        getChildren().setAll(operations.stream().limit(MOST).map(this::line).toList());
        if (operations.size() > MOST) {
            HBox more =
                    new HBox(
                            Labels.muted(
                                    ui.text("journal.unfinished.more", operations.size() - MOST)));
            more.getStyleClass().add("note-line");
            getChildren().add(more);
        }
    }

    private Node line(Unfinished.Operation operation) {
        JournalEntry entry = operation.planned().entry();
        String what =
                ui.text(
                        "journal.unfinished.what",
                        entry.action(),
                        entry.subject(),
                        entry.connection(),
                        ui.ages().at(operation.planned().at()));
        String known;
        if (!operation.mayHaveWritten()) {
            known = ui.text("journal.unfinished.nothingSent");
        } else if (operation.isUncertain()) {
            known =
                    ui.text(
                            "journal.unfinished.uncertain",
                            operation.sending(),
                            operation.answered(),
                            operation.sending() - operation.answered());
        } else {
            known = ui.text("journal.unfinished.answered", operation.sending());
        }
        String id = "unfinished-" + operation.planned().number();
        HBox buttons =
                new HBox(
                        Buttons.small(
                                Buttons.text(
                                        id + "-show",
                                        ui.text("journal.unfinished.show"),
                                        () -> show.accept(entry.operationId()))),
                        Buttons.small(
                                Buttons.text(
                                        id + "-close",
                                        ui.text("journal.unfinished.close"),
                                        () -> close.accept(operation))));
        buttons.getStyleClass().add("banner-buttons");
        // The buttons below the words: beside them there is no room in a small window.
        VBox words =
                new VBox(
                        Labels.wrapped(what, "banner-title"),
                        Labels.wrapped(known, "muted"),
                        buttons);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(AppIcon.WARNING.view(), words);
        line.getStyleClass().add("banner");
        Tone.WARNING.on(line);
        line.setAccessibleText(what + " " + known);
        return line;
    }
}
