package dev.curfew.views.workloads;

import dev.curfew.estate.NodeState;
import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Facts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.FactMarks;
import dev.curfew.views.list.Links;
import dev.curfew.views.list.NodeLine;
import dev.curfew.views.list.SomeOf;
import java.util.List;
import javafx.scene.layout.HBox;

/** Which nodes may hand an identity out. */
final class ServedSection {
    private final WorkloadFacts facts;
    private final Links links;
    private final Ui ui;
    private final FactMarks marks;

    ServedSection(WorkloadFacts facts, Links links, Ui ui) {
        this.facts = facts;
        this.links = links;
        this.ui = ui;
        this.marks = new FactMarks(facts.server(), ui);
    }

    javafx.scene.Node node() {
        boolean alias = facts.entry().isNodeAlias();
        return Facts.numbered(
                3,
                alias ? ui.text("workloads.served.alias") : ui.text("workloads.served"),
                alias
                        ? ui.text("workloads.served.alias.question")
                        : ui.text("workloads.served.question"),
                facts.relations()
                        .map(known -> nodes(known.nodes()))
                        .orElseGet(() -> Labels.wrapped(ui.text("workloads.notDerived"), "muted")));
    }

    private javafx.scene.Node nodes(List<Node> nodes) {
        String term =
                ui.text(
                        "workloads.served.term",
                        facts.server().nodes().readAt().map(ui.ages()::full).orElse(""));
        if (nodes.isEmpty()) {
            return Facts.of(
                    ui.text("workloads.served.nodes"),
                    marks.derived(term),
                    Labels.wrapped(ui.text("workloads.served.none"), "strong"));
        }
        return Facts.of(
                ui.text("workloads.served.nodes"),
                marks.derived(term),
                Labels.of(summary(nodes)),
                new SomeOf<>("workloads-nodes", nodes, this::line, ui));
    }

    private String summary(List<Node> nodes) {
        long usable =
                nodes.stream()
                        .filter(node -> NodeLine.state(node, ui) == NodeState.ATTESTED)
                        .count();
        return usable == nodes.size()
                ? Counts.of(usable)
                : ui.text("workloads.served.some", Counts.of(nodes.size()), Counts.of(usable));
    }

    private javafx.scene.Node line(Node node, int place) {
        NodeState state = NodeLine.state(node, ui);
        ActionButton link =
                Buttons.link(
                        "workloads-node-" + place,
                        HostNames.orShortName(node),
                        () -> links.toNode(node));
        HBox line = Facts.link(link, NodeLine.word(state, ui));
        line.getChildren().addFirst(NodeLine.shape(state));
        return line;
    }
}
