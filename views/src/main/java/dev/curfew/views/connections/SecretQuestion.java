package dev.curfew.views.connections;

import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Overlays;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.ModalCard;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/** Asks for a secret when it is needed. It is handed on and kept nowhere. JavaFX thread only. */
public final class SecretQuestion {
    private final Ui ui;

    public SecretQuestion(Ui ui) {
        this.ui = ui;
    }

    /**
     * Asks.
     *
     * @param purpose what it is for, such as the key store's path
     * @param answer called once; empty when the operator would not say. Its receiver wipes it.
     */
    public void ask(String purpose, Consumer<Optional<char[]>> answer) {
        Asked asked = new Asked(answer);
        PasswordField field = new PasswordField();
        field.setId("secret-field");
        field.setAccessibleText(ui.text("secret.prompt", purpose));
        ActionButton use =
                Buttons.main(
                        Buttons.text("secret-use", ui.text("secret.use"), () -> asked.take(field)));
        use.setDefaultButton(true);
        VBox body =
                new VBox(
                        Labels.wrapped(ui.text("secret.prompt", purpose)),
                        field,
                        Labels.wrapped(ui.text("secret.hint"), "muted"));
        String title = ui.text("secret.title");
        ModalCard card =
                new ModalCard(
                        title,
                        body,
                        Buttons.text("secret-cancel", ui.text("kit.dialog.cancel"), asked::refuse),
                        use);
        asked.open =
                ui.overlays()
                        .show(
                                new Overlays.Overlay(
                                        "secret-question",
                                        title,
                                        card,
                                        field,
                                        Overlays.Placement.QUESTION,
                                        asked::refuse));
    }

    /** One question on the screen. */
    private static final class Asked {
        private final Consumer<Optional<char[]>> answer;
        private Overlays.Open open = () -> {};
        private boolean answered;

        Asked(Consumer<Optional<char[]>> answer) {
            this.answer = answer;
        }

        void take(PasswordField field) {
            char[] secret = field.getText().toCharArray();
            field.clear();
            end(Optional.of(secret));
        }

        void refuse() {
            end(Optional.empty());
        }

        private void end(Optional<char[]> given) {
            if (!answered) {
                answered = true;
                open.close();
                answer.accept(given);
            }
        }
    }
}
