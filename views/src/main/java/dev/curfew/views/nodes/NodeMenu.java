package dev.curfew.views.nodes;

import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.export.CliCommand;
import dev.curfew.export.NodeJson;
import dev.curfew.icons.AppIcon;
import dev.curfew.identity.Node;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.RowMenu;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be done with one node: copies first, then changes. */
final class NodeMenu {
    private final Actions actions;
    private final Ui ui;

    NodeMenu(Actions actions, Ui ui) {
        this.actions = actions;
        this.ui = ui;
    }

    RowMenu<NodeRow> menu() {
        return RowMenu.<NodeRow>empty()
                .with(
                        copy(
                                "copyId",
                                AppIcon.COPY,
                                ui.text("nodes.copy.id"),
                                n -> n.id().toString()))
                .with(
                        copy(
                                "copyJson",
                                AppIcon.DATA,
                                ui.text("table.copyJson"),
                                n -> NodeJson.write(n, ui.ages().now()).toString()))
                .with(
                        copy(
                                "copyShow",
                                AppIcon.COMMAND_LINE,
                                ui.text("nodes.copy.show"),
                                CliCommand::show))
                .with(
                        copy(
                                "copyBan",
                                AppIcon.COMMAND_LINE,
                                ui.text("nodes.copy.ban"),
                                CliCommand::ban))
                .with(
                        copy(
                                "copyEvict",
                                AppIcon.COMMAND_LINE,
                                ui.text("nodes.copy.evict"),
                                CliCommand::evict))
                .with(
                        new RowMenu.Item<>(
                                "nodes-menu-contain",
                                AppIcon.CONTAIN,
                                ui.text("nodes.contain.menu"),
                                true,
                                row -> Optional.empty(),
                                row -> contain(row.node())))
                .with(
                        act(
                                "ban",
                                AppIcon.BAN,
                                ui.text("nodes.ban"),
                                true,
                                this::whyNotBan,
                                actions::ban))
                .with(
                        act(
                                "liftBan",
                                AppIcon.UNDO,
                                ui.text("nodes.liftBan"),
                                false,
                                this::whyNotLift,
                                actions::liftBan))
                .with(
                        act(
                                "evict",
                                AppIcon.EVICT,
                                ui.text("nodes.evict"),
                                true,
                                node -> Optional.empty(),
                                actions::evict));
    }

    /** The node with all that it serves. */
    void contain(Node node) {
        actions.contain(new ContainmentTarget.NodeWithWorkloads(node.id()));
    }

    /** Why this node in particular can not be banned. */
    Optional<String> whyNotBan(Node node) {
        return node.banned() ? Optional.of(ui.text("nodes.ban.already")) : Optional.empty();
    }

    Optional<String> whyNotLift(Node node) {
        return node.banned() ? Optional.empty() : Optional.of(ui.text("nodes.liftBan.notBanned"));
    }

    private RowMenu.Item<NodeRow> copy(
            String id, AppIcon icon, String text, Function<Node, String> copied) {
        return new RowMenu.Item<>(
                "nodes-menu-" + id,
                icon,
                text,
                false,
                row -> Optional.empty(),
                row -> {
                    ui.dialogs().copy(copied.apply(row.node()));
                    ui.dialogs().tell(Notice.done(ui.text("table.copied")));
                });
    }

    private RowMenu.Item<NodeRow> act(
            String id,
            AppIcon icon,
            String text,
            boolean grave,
            Function<Node, Optional<String>> refusal,
            Consumer<Node> run) {
        return new RowMenu.Item<>(
                "nodes-menu-" + id,
                icon,
                text,
                grave,
                row -> actions.whyNot().getValue().or(() -> refusal.apply(row.node())),
                row -> run.accept(row.node()));
    }
}
