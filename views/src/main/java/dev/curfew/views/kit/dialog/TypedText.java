package dev.curfew.views.kit.dialog;

import java.util.IdentityHashMap;
import java.util.Map;
import javafx.event.EventTarget;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;

/**
 * What somebody has typed in a part of the window. What the program fills in is no loss, so a field
 * counts from the first key or menu in it on.
 */
final class TypedText {
    private final Parent part;
    private final Map<TextInputControl, String> before = new IdentityHashMap<>();

    TypedText(Parent part) {
        this.part = part;
        part.addEventFilter(KeyEvent.ANY, key -> note(key.getTarget()));
        part.addEventFilter(ContextMenuEvent.ANY, menu -> note(menu.getTarget()));
    }

    private void note(EventTarget target) {
        if (target instanceof TextInputControl field && field.isEditable()) {
            before.putIfAbsent(field, field.getText());
        }
    }

    /** Something is there that was not there before, in a field that still stands there. */
    boolean isAny() {
        return before.entrySet().stream()
                .anyMatch(field ->
                        FocusRing.contains(part, field.getKey())
                                && !field.getKey().getText().isBlank()
                                && !field.getKey().getText().equals(field.getValue()));
    }
}
