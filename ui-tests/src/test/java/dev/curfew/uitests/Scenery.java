package dev.curfew.uitests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/** What stands in a window. By id and not by selector: ids hold names with dots and colons. */
final class Scenery {
    private Scenery() {}

    /** What is visible, with all that it stands in. */
    static Optional<Node> find(Node from, String id) {
        if (!from.isVisible()) {
            return Optional.empty();
        }
        if (id.equals(from.getId())) {
            return Optional.of(from);
        }
        return children(from).stream()
                .map(child -> find(child, id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether no dialog covers it. */
    static boolean isOnTop(Parent root, Node node) {
        Node top = children(root).getLast();
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(top)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a note lies over it, which goes away by itself. */
    static boolean isUnderANote(Parent root, Node node) {
        return root.lookupAll(".notification-bar").stream()
                .filter(Node::isVisible)
                .anyMatch(bar ->
                        bar.localToScene(bar.getBoundsInLocal())
                                .intersects(node.localToScene(node.getBoundsInLocal())));
    }

    static List<String> texts(Node node) {
        List<String> found = new ArrayList<>();
        // A table's cell without a row is transparent and keeps the text of its last one.
        if (!node.isVisible() || node.getOpacity() == 0) {
            return found;
        }
        switch (node) {
            case Labeled labeled when labeled.getText() != null -> found.add(labeled.getText());
            case TextInputControl field when field.getText() != null -> found.add(field.getText());
            case Text text -> found.add(text.getText());
            default -> {}
        }
        // What a label paints of its text may be cut; the text is not.
        children(node).stream()
                .filter(child -> !(node instanceof Labeled && child instanceof Text))
                .filter(child -> !(node instanceof TextInputControl))
                .forEach(child -> found.addAll(texts(child)));
        return found;
    }

    private static List<Node> children(Node node) {
        return node instanceof Parent parent ? parent.getChildrenUnmodifiable() : List.of();
    }
}
