package dev.curfew.views.testing;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;

/** Finds what takes the focus and tells a screen reader nothing about what it is. */
public final class Unnamed {
    private Unnamed() {}

    /** IDs, or what there is of them, of the controls that Tab can reach and that have no name. */
    public static List<String> in(Parent root) {
        List<String> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node instanceof Control && node.isFocusTraversable() && !isNamed(node)) {
            found.add(node.getClass().getSimpleName() + "#" + node.getId() + node.getStyleClass());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean isNamed(Node node) {
        String told = node.getAccessibleText();
        return told != null && !told.isBlank()
                || node instanceof Labeled labeled
                        && labeled.getText() != null
                        && !labeled.getText().isBlank();
    }
}
