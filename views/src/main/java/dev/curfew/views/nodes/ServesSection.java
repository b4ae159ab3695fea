package dev.curfew.views.nodes;

import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Facts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.FactMarks;
import dev.curfew.views.list.Links;
import dev.curfew.views.list.SomeOf;
import java.util.List;
import javafx.scene.Node;

/** Which identities a node may hand out, and through which aliases. */
final class ServesSection {
    private final NodeFacts facts;
    private final Links links;
    private final Ui ui;
    private final FactMarks marks;

    ServesSection(NodeFacts facts, Links links, Ui ui) {
        this.facts = facts;
        this.links = links;
        this.ui = ui;
        this.marks = new FactMarks(facts.server(), ui);
    }

    Node node() {
        Node[] all =
                facts.served()
                        .map(known -> new Node[] {entries(known), aliases(known.aliases())})
                        .orElseGet(() ->
                                new Node[] {Labels.wrapped(ui.text("nodes.notDerived"), "muted")});
        return Facts.numbered(2, ui.text("nodes.serves"), ui.text("nodes.serves.question"), all);
    }

    private Node entries(NodeFacts.Served served) {
        List<RegistrationEntry> entries = served.entries();
        String name = ui.text("nodes.serves.entries");
        Node mark = marks.derived(ui.text("nodes.serves.term"));
        if (entries.isEmpty()) {
            return Facts.text(name, mark, ui.text("nodes.serves.none"), "muted");
        }
        return Facts.of(
                name,
                mark,
                Buttons.link(
                        "nodes-serves",
                        entries.size() == 1
                                ? ui.text("nodes.serves.one")
                                : ui.text("nodes.serves.many", Counts.of(entries.size())),
                        () -> links.toEntriesServedBy(facts.node())),
                Labels.wrapped(
                        ui.text("nodes.serves.elsewhere", Counts.of(served.elsewhere())),
                        "caption"),
                new SomeOf<>("nodes-entries", entries, this::line, ui));
    }

    private Node line(RegistrationEntry entry, int place) {
        return Facts.link(
                Buttons.link(
                        "nodes-entry-" + place,
                        SpiffeIds.shortName(entry.spiffeId()),
                        () -> links.toEntry(entry)),
                entry.admin() ? ui.text("nodes.serves.admin") : "");
    }

    private Node aliases(List<RegistrationEntry> aliases) {
        String name = ui.text("nodes.serves.aliases");
        if (aliases.isEmpty()) {
            return Facts.text(name, marks.nodes(), ui.text("nodes.serves.noAlias"), "muted");
        }
        return Facts.of(
                name,
                marks.nodes(),
                new SomeOf<>(
                        "nodes-aliases",
                        aliases,
                        (alias, place) ->
                                Facts.link(
                                        Buttons.link(
                                                "nodes-alias-" + place,
                                                alias.spiffeId().getPath().substring(1),
                                                () -> links.toEntry(alias)),
                                        ""),
                        ui));
    }
}
