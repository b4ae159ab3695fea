package dev.curfew.views.nodes;

import dev.curfew.estate.NodeState;
import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
import dev.curfew.text.Durations;
import dev.curfew.views.kit.CopyButton;
import dev.curfew.views.kit.Facts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.FactMarks;
import dev.curfew.views.list.NodeLine;
import java.util.ArrayList;
import java.util.List;

/** How a node attested, and how long its certificate still lives. */
final class AttestedSection {
    private final NodeFacts facts;
    private final Ui ui;
    private final FactMarks marks;
    private final NodeWords words;

    AttestedSection(NodeFacts facts, Ui ui) {
        this.facts = facts;
        this.ui = ui;
        this.marks = new FactMarks(facts.server(), ui);
        this.words = new NodeWords(ui);
    }

    javafx.scene.Node node() {
        Node node = facts.node();
        NodeState state = NodeLine.state(node, ui);
        List<javafx.scene.Node> all = new ArrayList<>();
        all.add(fact(ui.text("nodes.attested.by"), node.attestationType()));
        HostNames.of(node)
                .ifPresent(host ->
                        all.add(
                                fact(
                                        ui.text("nodes.attested.host"),
                                        ui.text("nodes.attested.hostSays", host))));
        all.add(
                Facts.of(
                        ui.text("nodes.attested.state"),
                        marks.nodes(),
                        Labels.row(NodeLine.shape(state), Labels.of(stateWords(state)))));
        all.add(fact(ui.text("nodes.attested.ends"), words.ends(node)));
        all.add(renewal(node));
        all.add(
                fact(
                        ui.text("nodes.attested.reattest"),
                        node.canReattest()
                                ? ui.text("nodes.attested.reattest.yes")
                                : ui.text("nodes.attested.reattest.no")));
        if (!node.version().isEmpty()) {
            all.add(fact(ui.text("nodes.attested.version"), node.version()));
        }
        if (!node.serial().isEmpty()) {
            all.add(
                    Facts.of(
                            ui.text("nodes.attested.serial"),
                            marks.nodes(),
                            Facts.id(
                                    node.serial(),
                                    new CopyButton(
                                            "nodes-copySerial",
                                            ui.text("nodes.serial"),
                                            node::serial,
                                            ui))));
        }
        return Facts.numbered(
                1,
                ui.text("nodes.attested"),
                ui.text("nodes.attested.question"),
                all.toArray(javafx.scene.Node[]::new));
    }

    private String stateWords(NodeState state) {
        return switch (state) {
            case ATTESTED -> ui.text("nodes.attested.state.attested");
            case BANNED -> ui.text("nodes.attested.state.banned");
            case STALE -> ui.text("nodes.attested.state.stale");
        };
    }

    /** SPIRE keeps no "last seen"; the end of the certificate is the only trace. */
    private javafx.scene.Node renewal(Node node) {
        String name = ui.text("nodes.attested.renewal");
        return words.likelyRenewal(node)
                .map(at ->
                        Facts.text(
                                name,
                                marks.derived(
                                        ui.text(
                                                "nodes.attested.renewal.term",
                                                ui.ages().at(node.expiresAt())),
                                        ui.text(
                                                "nodes.attested.renewal.assumed",
                                                Durations.display(NodeWords.AGENT_TTL)),
                                        ui.text("nodes.attested.renewal.noLastSeen")),
                                ui.text(
                                        "nodes.attested.renewal.at",
                                        ui.ages().at(at),
                                        Durations.display(NodeWords.AGENT_TTL))))
                .orElseGet(() ->
                        Facts.text(
                                name,
                                FactMarks.blank(),
                                ui.text("nodes.attested.renewal.unknown"),
                                "muted"));
    }

    private javafx.scene.Node fact(String name, String value) {
        return Facts.text(name, marks.nodes(), value);
    }
}
