package dev.curfew.views.nodes;

import dev.curfew.estate.NodeState;
import dev.curfew.views.exposure.BoundLines;
import dev.curfew.views.exposure.BoundPlace;
import dev.curfew.views.kit.CopyButton;
import dev.curfew.views.kit.DetailsPanel;
import dev.curfew.views.kit.Facts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.FactMarks;
import dev.curfew.views.list.Links;
import dev.curfew.views.list.NodeLine;
import dev.curfew.views.list.SomeOf;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The panel at the right: what the current node is and what banning it would do. */
final class NodeDetails {
    private final Links links;
    private final Ui ui;
    private final DetailsPanel panel;
    private final BoundLines bounds;
    private Optional<NodeFacts> shown = Optional.empty();

    NodeDetails(Links links, Ui ui, Runnable close) {
        this.links = links;
        this.ui = ui;
        panel = new DetailsPanel("nodes-details", ui, close);
        bounds = new BoundLines("nodes-bounds", BoundPlace.PANEL, ui);
    }

    DetailsPanel panel() {
        return panel;
    }

    void show(NodeFacts facts) {
        shown = Optional.of(facts);
        String id = facts.node().id().toString();
        NodeState state = NodeLine.state(facts.node(), ui);
        panel.setHead(
                facts.row().name(),
                new Pill(NodeLine.word(state, ui), Tone.NEUTRAL),
                Facts.id(
                        id,
                        new CopyButton(
                                "nodes-copySpiffeId", ui.text("nodes.spiffeId"), () -> id, ui)));
        panel.setSections(
                new AttestedSection(facts, ui).node(),
                new ServesSection(facts, links, ui).node(),
                ended(facts, state),
                selectors(facts));
        tick();
    }

    /** The bounds of "now" move with the clock. */
    void tick() {
        Instant now = ui.ages().now();
        shown.flatMap(facts -> facts.ifBanned(now))
                .ifPresent(bound -> bounds.show(bound, now, ui.text("exposure.unknown")));
    }

    private VBox ended(NodeFacts facts, NodeState state) {
        VBox section =
                Facts.numbered(
                        3,
                        state == NodeState.BANNED
                                ? ui.text("nodes.ended.banned")
                                : ui.text("nodes.ended"),
                        state == NodeState.BANNED
                                ? ui.text("nodes.ended.banned.question")
                                : ui.text("nodes.ended.question"));
        if (facts.served().isEmpty()) {
            section.getChildren().add(Labels.wrapped(ui.text("nodes.notDerived"), "muted"));
        } else if (state != NodeState.BANNED) {
            section.getChildren().add(bounds);
        }
        section.getChildren()
                .add(
                        Labels.wrapped(
                                state == NodeState.BANNED
                                        ? ui.text("nodes.bannedNote")
                                        : ui.text("nodes.evictNote"),
                                "caption"));
        return section;
    }

    private Node selectors(NodeFacts facts) {
        var all = facts.node().selectors();
        FactMarks marks = new FactMarks(facts.server(), ui);
        return Facts.numbered(
                4,
                ui.text("nodes.selectors"),
                ui.text("nodes.selectors.question"),
                all.isEmpty()
                        ? Labels.wrapped(ui.text("nodes.selectors.none"), "muted")
                        : Facts.of(
                                ui.text("nodes.selectors.attested"),
                                marks.nodes(),
                                new SomeOf<>(
                                        "nodes-selectors",
                                        all,
                                        (selector, place) ->
                                                Labels.wrapped(
                                                        selector.toString(), "mono", "muted"),
                                        ui)));
    }
}
