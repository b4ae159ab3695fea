package dev.curfew.views.shell;

import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.KeyHint;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Overlays;
import dev.curfew.views.kit.Overlays.Open;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.ModalCard;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.layout.GridPane;

/** Lists the keys. */
final class KeysCard {
    private KeysCard() {}

    static void open(Ui ui) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        int row = 0;
        for (Shortcut shortcut : Shortcut.values()) {
            grid.add(new KeyHint(shortcut.display(ui)), 0, row);
            grid.add(Labels.of(shortcut.text(ui)), 1, row);
            row++;
        }
        AtomicReference<Open> open = new AtomicReference<>(() -> {});
        ActionButton close =
                Buttons.text("keys-close", ui.text("kit.dialog.close"), () -> open.get().close());
        String title = ui.text("keys.title");
        open.set(
                ui.overlays()
                        .show(
                                new Overlays.Overlay(
                                        "keys",
                                        title,
                                        new ModalCard(title, grid, close),
                                        close,
                                        Overlays.Placement.DIALOG,
                                        () -> {})));
    }
}
