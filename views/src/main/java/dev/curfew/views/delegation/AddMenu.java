package dev.curfew.views.delegation;

import dev.curfew.delegation.added.Added;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.Ui;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.util.Subscription;

/** Adds tokens and declared grants to the picture, by a menu or by dropping them on it. */
final class AddMenu {
    private static final KeyCombination PASTE =
            new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final AddedModel model;
    private final Ui ui;
    private final MenuButton button = new MenuButton();

    AddMenu(AddedModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        button.setId("delegation-add");
        button.setText(ui.text("delegation.add"));
        button.setGraphic(AppIcon.ADD.view());
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
    }

    MenuButton button() {
        return button;
    }

    Subscription attached() {
        return model.addedProperty().subscribe(this::show);
    }

    private void show(Added added) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("delegation-add-file", ui.text("delegation.add.file"), this::choose));
        MenuItem paste =
                item("delegation-add-paste", ui.text("delegation.add.paste"), model::paste);
        paste.setAccelerator(PASTE);
        items.add(paste);
        if (!added.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        for (String name : added.names()) {
            items.add(
                    item(
                            "delegation-add-remove-" + name,
                            ui.text("delegation.add.remove", name),
                            () -> model.remove(name)));
        }
        button.getItems().setAll(items);
    }

    private static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> run.run());
        return item;
    }

    private void choose() {
        ui.dialogs()
                .chooseOpen(
                        new FileQuestion(ui.text("delegation.add.file"), "", "", ""),
                        model::addFile);
    }

    /** The same for who has nothing to look at yet. */
    Node[] buttons() {
        return new Node[] {
            Buttons.main(
                    Buttons.text(
                            "delegation-empty-file", ui.text("delegation.add.file"), this::choose)),
            Buttons.text("delegation-empty-paste", ui.text("delegation.add.paste"), model::paste)
        };
    }

    /** Files and texts that are dropped there are added, and what is pasted where none is typed. */
    void acceptDrops(Node there) {
        there.addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (PASTE.match(key) && !(key.getTarget() instanceof TextInputControl)) {
                        key.consume();
                        model.paste();
                    }
                });
        there.setOnDragOver(this::over);
        there.setOnDragDropped(this::dropped);
    }

    private void over(DragEvent drag) {
        if (drag.getDragboard().hasFiles() || drag.getDragboard().hasString()) {
            drag.acceptTransferModes(TransferMode.COPY);
            drag.consume();
        }
    }

    private void dropped(DragEvent drag) {
        Dragboard board = drag.getDragboard();
        if (board.hasFiles()) {
            board.getFiles().stream().map(File::toPath).forEach(model::addFile);
        } else if (board.hasString()) {
            model.addText(board.getString());
        }
        drag.setDropCompleted(board.hasFiles() || board.hasString());
        drag.consume();
    }
}
