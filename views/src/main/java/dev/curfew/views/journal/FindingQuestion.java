package dev.curfew.views.journal;

import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Overlays;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.ModalCard;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks what was found before an unfinished operation is ended in the journal. */
final class FindingQuestion {
    private FindingQuestion() {}

    static void ask(Ui ui, Consumer<String> found) {
        AtomicReference<Overlays.Open> open = new AtomicReference<>(() -> {});
        TextField field = new TextField();
        field.setId("finding-text");
        field.setPromptText(ui.text("journal.finding.example"));
        field.setAccessibleText(ui.text("journal.finding.text"));
        ActionButton mark =
                Buttons.main(
                        Buttons.text(
                                "finding-mark",
                                ui.text("journal.finding.verb"),
                                () -> {
                                    open.get().close();
                                    found.accept(field.getText().strip());
                                }));
        field.textProperty()
                .subscribe(text ->
                        mark.refuse(text.isBlank() ? ui.text("journal.finding.empty") : ""));
        ActionButton cancel =
                Buttons.text(
                        "finding-cancel", ui.text("kit.dialog.cancel"), () -> open.get().close());
        String title = ui.text("journal.finding.title");
        VBox body =
                new VBox(
                        Labels.wrapped(ui.text("journal.finding.text")),
                        field,
                        Labels.wrapped(ui.text("journal.finding.hint"), "muted"));
        open.set(
                ui.overlays()
                        .show(
                                new Overlays.Overlay(
                                        "finding-question",
                                        title,
                                        new ModalCard(title, body, cancel, mark),
                                        field,
                                        Overlays.Placement.DIALOG,
                                        () -> {})));
    }
}
