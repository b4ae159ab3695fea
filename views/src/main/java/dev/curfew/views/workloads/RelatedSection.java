package dev.curfew.views.workloads;

import dev.curfew.identity.RegistrationEntry;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.CopyButton;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Facts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.FactMarks;
import dev.curfew.views.list.Links;
import dev.curfew.views.list.SomeOf;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/** Who shares the identity, what stands below it, and the entry's own record. */
final class RelatedSection {
    private final WorkloadFacts facts;
    private final Links links;
    private final Ui ui;
    private final FactMarks marks;

    RelatedSection(WorkloadFacts facts, Links links, Ui ui) {
        this.facts = facts;
        this.links = links;
        this.ui = ui;
        this.marks = new FactMarks(facts.server(), ui);
    }

    Node node() {
        List<Node> all = new ArrayList<>();
        facts.relations()
                .ifPresent(known -> {
                    all.add(shared(known.sharedWith()));
                    all.add(below(known.below()));
                });
        RegistrationEntry entry = facts.entry();
        all.add(
                Facts.of(
                        ui.text("workloads.related.id"),
                        marks.entries(),
                        Facts.id(
                                entry.id(),
                                new CopyButton(
                                        "workloads-copyEntryId",
                                        ui.text("workloads.entryId"),
                                        entry::id,
                                        ui))));
        if (!entry.hint().isEmpty()) {
            all.add(Facts.text(ui.text("workloads.related.hint"), marks.entries(), entry.hint()));
        }
        all.add(
                Facts.text(
                        ui.text("workloads.related.created"),
                        marks.entries(),
                        ui.text(
                                "workloads.related.createdAndRevision",
                                new WorkloadWords(ui).created(entry),
                                Counts.of(entry.revision()))));
        return Facts.numbered(
                5,
                ui.text("workloads.related"),
                ui.text("workloads.related.question"),
                all.toArray(Node[]::new));
    }

    private Node shared(List<RegistrationEntry> others) {
        String name = ui.text("workloads.related.shared");
        if (others.isEmpty()) {
            return Facts.text(
                    name, marks.entries(), ui.text("workloads.related.sharedNone"), "muted");
        }
        return Facts.of(
                name,
                marks.entries(),
                Labels.wrapped(
                        others.size() == 1
                                ? ui.text("workloads.related.sharedOne")
                                : ui.text("workloads.related.sharedMany", others.size()),
                        "strong"),
                new SomeOf<>(
                        "workloads-shared",
                        others,
                        (other, place) ->
                                Facts.link(
                                        Buttons.link(
                                                "workloads-shared-" + place,
                                                ui.text(
                                                        "workloads.related.under",
                                                        new NodeNames(facts.server())
                                                                .of(other.parentId())),
                                                () -> links.toEntry(other)),
                                        ""),
                        ui));
    }

    private Node below(List<RegistrationEntry> below) {
        String name = ui.text("workloads.related.below");
        if (below.isEmpty()) {
            return Facts.text(
                    name, marks.entries(), ui.text("workloads.related.belowNone"), "muted");
        }
        return Facts.of(
                name,
                marks.entries(),
                Buttons.link(
                        "workloads-below",
                        below.size() == 1
                                ? ui.text("workloads.countedOne", 1)
                                : ui.text("workloads.counted", Counts.of(below.size())),
                        () -> links.toEntriesBelow(facts.entry().spiffeId())));
    }
}
