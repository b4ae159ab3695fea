package dev.curfew.views.kit;

import dev.curfew.icons.AppIcon;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;

/** Copies one text and says so. */
public final class CopyButton extends StackPane {
    public CopyButton(String id, String what, Supplier<String> text, Ui ui) {
        ActionButton button =
                Buttons.icon(
                        id,
                        AppIcon.COPY,
                        ui.text("kit.copy", what),
                        () -> {
                            ui.dialogs().copy(text.get());
                            ui.dialogs().tell(Notice.done(ui.text("kit.copied", what)));
                        });
        button.getStyleClass().add("inline-icon");
        getChildren().add(button);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }
}
