package dev.curfew.views.kit;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;

/** What a colour means here. Always beside a word, a shape or an icon, never alone. */
public enum Tone {
    NEUTRAL("tone-neutral"),
    MUTED("tone-muted"),
    /** Selection, link, now. */
    ACCENT("tone-accent"),
    /** Ended and proved, or connection up. */
    SUCCESS("tone-success"),
    /** Residual exposure running. */
    WARNING("tone-warning"),
    /** Can act and should not, destructive, armed. */
    DANGER("tone-danger");

    private static final List<String> ALL = Arrays.stream(values()).map(Tone::styleClass).toList();

    private final String styleClass;

    Tone(String styleClass) {
        this.styleClass = styleClass;
    }

    public String styleClass() {
        return styleClass;
    }

    /** Gives a node this tone in place of the one it had. */
    public <N extends Node> N on(N node) {
        node.getStyleClass().removeAll(ALL);
        node.getStyleClass().add(styleClass);
        return node;
    }
}
