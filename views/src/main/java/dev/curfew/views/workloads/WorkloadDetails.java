package dev.curfew.views.workloads;

import dev.curfew.views.exposure.BoundLines;
import dev.curfew.views.exposure.BoundPlace;
import dev.curfew.views.kit.CopyButton;
import dev.curfew.views.kit.DetailsPanel;
import dev.curfew.views.kit.Facts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.Links;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The panel at the right: what the current workload is and what ending it would do. */
final class WorkloadDetails {
    private static final int PILLS = 2;

    private final Links links;
    private final Ui ui;
    private final DetailsPanel panel;
    private final BoundLines bounds;
    private final WorkloadWords words;
    private Optional<WorkloadFacts> shown = Optional.empty();

    WorkloadDetails(Links links, Ui ui, Runnable close) {
        this.links = links;
        this.ui = ui;
        this.words = new WorkloadWords(ui);
        panel = new DetailsPanel("workloads-details", ui, close);
        bounds = new BoundLines("workloads-bounds", BoundPlace.PANEL, ui);
    }

    DetailsPanel panel() {
        return panel;
    }

    void show(WorkloadFacts facts) {
        shown = Optional.of(facts);
        String id = facts.entry().spiffeId().toString();
        panel.setHead(
                facts.row().name(),
                flags(facts.row().flags()),
                Facts.id(
                        id,
                        new CopyButton(
                                "workloads-copySpiffeId",
                                ui.text("workloads.spiffeId"),
                                () -> id,
                                ui)));
        panel.setSections(
                new IssuedSection(facts, links, ui).node(),
                new TtlSection(facts, ui).node(),
                new ServedSection(facts, links, ui).node(),
                ended(facts),
                new RelatedSection(facts, links, ui).node());
        tick();
    }

    /** The bounds of "now" move with the clock. */
    void tick() {
        Instant now = ui.ages().now();
        shown.ifPresent(
                facts -> bounds.show(facts.ifDeleted(now), now, ui.text("exposure.unknown")));
    }

    private Node flags(List<Flag> flags) {
        List<Node> pills = new ArrayList<>();
        for (Flag flag : flags.subList(0, Math.min(PILLS, flags.size()))) {
            pills.add(new Pill(ui.text(flag.textKey()), Tone.NEUTRAL));
        }
        if (flags.size() > PILLS) {
            pills.add(
                    Labels.whole(ui.text("workloads.moreFlags", flags.size() - PILLS), "caption"));
        }
        var row = Labels.row(pills.toArray(Node[]::new));
        row.setAccessibleText(words.flags(flags));
        return row;
    }

    private VBox ended(WorkloadFacts facts) {
        VBox section =
                Facts.numbered(
                        4, ui.text("workloads.ended"), ui.text("workloads.ended.question"), bounds);
        if (facts.entry().isNodeAlias()) {
            section.getChildren()
                    .add(1, Labels.wrapped(ui.text("workloads.ended.alias"), "caption"));
        }
        return section;
    }
}
