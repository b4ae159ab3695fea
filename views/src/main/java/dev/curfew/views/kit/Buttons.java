package dev.curfew.views.kit;

import atlantafx.base.theme.Styles;
import dev.curfew.icons.AppIcon;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Buttons in their few kinds, each with a stable id. */
public final class Buttons {
    private Buttons() {}

    public static ActionButton text(String id, String text, Runnable action) {
        ActionButton button = new ActionButton(text, "");
        return prepared(button, id, action);
    }

    public static ActionButton of(String id, AppIcon icon, String text, Runnable action) {
        ActionButton button = text(id, text, action);
        button.setGraphic(icon.view());
        return button;
    }

    /** With its keys in a small cap behind the text. */
    public static ActionButton of(
            String id, AppIcon icon, String text, String keys, Runnable action) {
        ActionButton button = of(id, icon, text, action);
        HBox content = new HBox(icon.view(), Labels.of(text), new KeyHint(keys));
        content.getStyleClass().add("button-content");
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(text);
        return button;
    }

    /** Only an icon: the text is its tooltip and its accessible name. */
    public static ActionButton icon(String id, AppIcon icon, String text, Runnable action) {
        ActionButton button = prepared(new ActionButton("", text), id, action);
        button.setGraphic(icon.view());
        button.setAccessibleText(text);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return button;
    }

    /** The one main action of a place. */
    public static <B extends Node> B main(B button) {
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    /** Leads to something destructive: red words, no filling. */
    public static <B extends Node> B grave(B button) {
        button.getStyleClass().add("grave");
        return button;
    }

    /** Does the destructive thing: filled red, at the last step only. */
    public static <B extends Node> B destructive(B button) {
        button.getStyleClass().add(Styles.DANGER);
        return button;
    }

    public static <B extends Node> B small(B button) {
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    /** Looks like a word in a text. */
    public static ActionButton link(String id, String text, Runnable action) {
        ActionButton button = text(id, text, action);
        button.getStyleClass().add("link");
        return button;
    }

    private static ActionButton prepared(ActionButton button, String id, Runnable action) {
        button.setId(id);
        button.setOnAction(event -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
