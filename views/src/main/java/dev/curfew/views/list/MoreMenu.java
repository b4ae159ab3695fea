package dev.curfew.views.list;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Ui;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** The buttons that found no room, as a menu. Filled each time it opens, as they are then. */
final class MoreMenu extends MenuButton {
    private List<Node> hidden = List.of();

    MoreMenu(String id, Ui ui) {
        setId(id);
        setGraphic(AppIcon.MORE.view());
        setAccessibleText(ui.text("list.moreActions"));
        getStyleClass().addAll("button-icon", "no-arrow");
        // A menu without items would not open.
        getItems().setAll(new MenuItem());
        setOnShowing(event -> fill());
    }

    void take(List<Node> nowHidden) {
        hidden = nowHidden;
    }

    private void fill() {
        getItems().clear();
        for (Node node : hidden) {
            if (node instanceof ActionButton button) {
                getItems().add(item(button));
            } else if (node instanceof MenuButton button) {
                Menu inner = new Menu(button.getText());
                button.getItems().forEach(item -> inner.getItems().add(copy(item)));
                getItems().add(inner);
            }
        }
    }

    private static MenuItem item(ActionButton button) {
        MenuItem item = new MenuItem(button.getText());
        item.setId(button.getId() + "-item");
        item.setDisable(button.isRefused());
        item.setOnAction(event -> button.fire());
        if (button.getStyleClass().contains("grave")) {
            item.getStyleClass().add("grave");
        }
        return item;
    }

    private static MenuItem copy(MenuItem original) {
        MenuItem item = new MenuItem(original.getText());
        item.setOnAction(event -> original.fire());
        return item;
    }
}
