package dev.curfew.views.kit.dialog;

import dev.curfew.icons.AppIcon;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Confirmation;
import dev.curfew.views.kit.Labels;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Asks one question. A destructive one starts on Cancel, can not be confirmed with Enter, and may
 * want its target typed first.
 */
final class ConfirmCard {
    private final Confirmation question;
    private final Texts texts;
    private final ActionButton cancel;
    private final ActionButton verb;
    private final ModalCard card;

    ConfirmCard(Confirmation question, Texts texts, Runnable cancelled, Runnable confirmed) {
        this(question, texts.get("kit.dialog.cancel"), texts, cancelled, confirmed);
    }

    /**
     * @param keep what the other button says
     */
    ConfirmCard(
            Confirmation question,
            String keep,
            Texts texts,
            Runnable cancelled,
            Runnable confirmed) {
        this.question = question;
        this.texts = texts;
        cancel = Buttons.text(question.id() + "-cancel", keep, cancelled);
        cancel.setCancelButton(true);
        verb = Buttons.text(question.id() + "-confirm", question.verb(), confirmed);
        if (question.destructive()) {
            Buttons.destructive(verb);
        } else {
            Buttons.main(verb);
            verb.setDefaultButton(true);
        }
        card = new ModalCard(question.title(), body(), cancel, verb);
        card.addEventFilter(KeyEvent.KEY_PRESSED, this::guardEnter);
    }

    Node node() {
        return card;
    }

    Node firstFocus() {
        return question.destructive() ? cancel : verb;
    }

    private VBox body() {
        VBox body = new VBox(Labels.wrapped(question.text()));
        for (String line : question.lines()) {
            HBox row = new HBox(AppIcon.CHEVRON_RIGHT.view(), Labels.wrapped(line));
            row.getStyleClass().add("modal-line");
            body.getChildren().add(row);
        }
        question.typed().ifPresent(phrase -> body.getChildren().add(typing(phrase)));
        return body;
    }

    private VBox typing(String phrase) {
        TextField field = new TextField();
        field.setId(question.id() + "-typed");
        field.getStyleClass().add("mono");
        String prompt = texts.get("kit.dialog.type", phrase);
        field.setAccessibleText(prompt);
        field.textProperty()
                .subscribe(text ->
                        verb.refuse(
                                text.strip().equals(phrase)
                                        ? ""
                                        : texts.get("kit.dialog.typeFirst", phrase)));
        VBox box = new VBox(Labels.muted(prompt), field);
        box.getStyleClass().add("modal-typing");
        return box;
    }

    private void guardEnter(KeyEvent key) {
        if (question.destructive() && key.getCode() == KeyCode.ENTER) {
            if (cancel.equals(key.getTarget())) {
                cancel.fire();
            }
            key.consume();
        }
    }
}
