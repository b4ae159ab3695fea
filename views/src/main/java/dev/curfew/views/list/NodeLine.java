package dev.curfew.views.list;

import dev.curfew.estate.NodeState;
import dev.curfew.icons.AppIcon;
import dev.curfew.identity.Node;
import dev.curfew.views.kit.StatusDot;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** A node's state: always a word and a shape. */
public final class NodeLine {
    private NodeLine() {}

    public static String word(NodeState state, Ui ui) {
        return ui.text(
                switch (state) {
                    case ATTESTED -> "nodes.state.attested";
                    case BANNED -> "nodes.state.banned";
                    case STALE -> "nodes.state.stale";
                });
    }

    public static NodeState state(Node node, Ui ui) {
        return NodeState.of(node, ui.ages().now());
    }

    /** A full dot, a hollow one, or a barred circle. */
    public static Parent shape(NodeState state) {
        return switch (state) {
            case ATTESTED -> new StackPane(new StatusDot(Tone.SUCCESS, StatusDot.Shape.FULL));
            case STALE -> new StackPane(new StatusDot(Tone.MUTED, StatusDot.Shape.HOLLOW));
            case BANNED -> new StackPane(AppIcon.BAN.view("cell-icon"));
        };
    }
}
