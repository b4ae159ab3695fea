package dev.curfew.views.nodes;

import dev.curfew.estate.NodeState;
import dev.curfew.identity.Node;
import dev.curfew.identity.Selector;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parts of a node as the window writes them. Any thread. */
final class NodeWords {
    /** SPIRE's default for {@code agent_ttl}; no call tells what a server really has. */
    static final Duration AGENT_TTL = Duration.ofHours(1);

    private final Ui ui;

    NodeWords(Ui ui) {
        this.ui = ui;
    }

    String counted(int nodes) {
        return ui.text(nodes == 1 ? "nodes.countedOne" : "nodes.counted", Counts.of(nodes));
    }

    /** "in 46 m, 14:47:12", "ended 9 d ago, 23 Sep 10:02". */
    String ends(Node node) {
        Instant at = node.expiresAt();
        Duration past = Duration.between(at, ui.ages().now());
        String relative =
                node.isExpired(ui.ages().now())
                        ? ui.text(
                                "nodes.ends.past",
                                past.toDays() >= 2
                                        ? ui.text("kit.age.days", past.toDays())
                                        : ui.ages().since(at))
                        : ui.text("nodes.ends.in", ui.ages().until(at));
        return ui.text("nodes.ends.full", relative, ui.ages().at(at));
    }

    String serves(NodeRow row) {
        return row.serves().isPresent()
                ? Counts.of(row.serves().getAsInt())
                : ui.text("nodes.notYet");
    }

    String canReattest(Node node) {
        return ui.text(node.canReattest() ? "nodes.yes" : "nodes.no");
    }

    static String selectors(Node node) {
        return node.selectors().stream().map(Selector::toString).collect(Collectors.joining(", "));
    }

    /**
     * When it renewed its certificate last, if the server gives certificates of the default length;
     * empty where that can not be.
     */
    Optional<Instant> likelyRenewal(Node node) {
        Instant renewed = node.expiresAt().minus(AGENT_TTL);
        boolean possible =
                NodeState.of(node, ui.ages().now()) != NodeState.BANNED
                        && !renewed.isAfter(ui.ages().now());
        return possible ? Optional.of(renewed) : Optional.empty();
    }
}
