package dev.curfew.views.kit.dialog;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Tab goes round inside one part of the window instead of leaving it. */
final class FocusRing {
    private FocusRing() {}

    static boolean contains(Parent part, Node node) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at.equals(part)) {
                return true;
            }
        }
        return false;
    }

    static void keep(Parent part, KeyEvent key) {
        if (key.getCode() != KeyCode.TAB || key.isControlDown() || part.getScene() == null) {
            return;
        }
        List<Node> stops = new ArrayList<>();
        collect(part, stops);
        if (!stops.isEmpty()) {
            int at = stops.indexOf(part.getScene().getFocusOwner());
            int step = key.isShiftDown() ? -1 : 1;
            int next = at < 0 ? 0 : Math.floorMod(at + step, stops.size());
            stops.get(next).requestFocus();
        }
        key.consume();
    }

    private static void collect(Parent part, List<Node> stops) {
        for (Node child : part.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                stops.add(child);
            }
            if (child instanceof Parent inner) {
                collect(inner, stops);
            }
        }
    }
}
