package dev.curfew.views.nodes;

import dev.curfew.icons.AppIcon;
import dev.curfew.identity.Node;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The buttons at the foot of the details: each refused with the reason for this very node. */
final class NodeButtons {
    private final Supplier<Optional<Node>> current;
    private final NodeMenu rules;
    private final Ui ui;
    private final ActionButton contain;
    private final ActionButton ban;
    private final ActionButton evict;
    private final ActionButton lift;
    private Optional<String> whyNot = Optional.empty();

    NodeButtons(Supplier<Optional<Node>> current, NodeMenu rules, Actions actions, Ui ui) {
        this.current = current;
        this.rules = rules;
        this.ui = ui;
        contain =
                Buttons.grave(
                        button(
                                "contain",
                                AppIcon.CONTAIN,
                                ui.text("nodes.contain"),
                                rules::contain));
        ban = Buttons.grave(button("ban", AppIcon.BAN, ui.text("nodes.ban"), actions::ban));
        evict =
                Buttons.grave(
                        button("evict", AppIcon.EVICT, ui.text("nodes.evict"), actions::evict));
        lift = button("liftBan", AppIcon.UNDO, ui.text("nodes.liftBan"), actions::liftBan);
    }

    private ActionButton button(String id, AppIcon icon, String text, Consumer<Node> run) {
        return Buttons.of("nodes-details-" + id, icon, text, () -> current.get().ifPresent(run));
    }

    javafx.scene.Node[] all() {
        return new javafx.scene.Node[] {contain, ban, lift, Labels.gap(), evict};
    }

    void refuse(Optional<String> why) {
        whyNot = why;
        update();
    }

    void update() {
        Optional<Node> node = current.get();
        ban.refuse(whyNot.or(() -> node.flatMap(rules::whyNotBan)).orElse(""));
        lift.refuse(whyNot.or(() -> node.flatMap(rules::whyNotLift)).orElse(""));
        evict.refuse(whyNot.orElse(""));
        boolean banned = node.filter(Node::banned).isPresent();
        ban.setVisible(!banned);
        ban.setManaged(!banned);
        lift.setVisible(banned);
        lift.setManaged(banned);
    }
}
