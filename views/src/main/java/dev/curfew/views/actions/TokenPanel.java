package dev.curfew.views.actions;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A new join token, shown this one time. */
final class TokenPanel {
    private TokenPanel() {}

    static Region of(Token token, Ui ui) {
        TextField field = new TextField(token.value());
        field.setId("report-token");
        field.setEditable(false);
        field.getStyleClass().addAll("mono", "token");
        field.setAccessibleText(ui.text("actions.token"));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line =
                new HBox(
                        field,
                        Buttons.of(
                                "report-token-copy",
                                AppIcon.COPY,
                                ui.text("actions.token.copy"),
                                () -> {
                                    ui.dialogs().copy(token.value());
                                    ui.dialogs().tell(Notice.done(ui.text("actions.token.copied")));
                                }));
        line.getStyleClass().add("row");
        VBox box =
                new VBox(
                        Labels.of(
                                ui.text("actions.token.until", ui.ages().at(token.expiresAt())),
                                "strong"),
                        line,
                        Sentences.warning(ui.text("actions.token.once")));
        box.getStyleClass().add("sentence-list");
        return Frames.framed(box, Tone.WARNING);
    }
}
