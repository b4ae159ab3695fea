package dev.curfew.views.actions;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan;
import dev.curfew.estate.EntryView;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Ui;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What else an action hits: entries that a node serves, that stand below others, that federate. */
final class Hits {
    private Hits() {}

    /** Empty where it hits nothing else, or where that is not known. */
    static Optional<Region> of(ChangePlan plan, FlowContext context) {
        Ui ui = context.ui();
        return context.server(plan.connection())
                .flatMap(server ->
                        switch (plan.change()) {
                            case Change.BanNode ban ->
                                    card(
                                            ui.text("actions.hits.served"),
                                            served(ban, server),
                                            server,
                                            ui);
                            case Change.DeleteEntries delete ->
                                    card(
                                            ui.text("actions.hits.below"),
                                            below(delete, server),
                                            server,
                                            ui);
                            case Change.RemoveFederation remove ->
                                    card(
                                            ui.text("actions.hits.federates"),
                                            linked(remove, server),
                                            server,
                                            ui);
                            default -> Optional.empty();
                        });
    }

    private static List<RegistrationEntry> served(Change.BanNode ban, ServerEstate server) {
        return derived(server).map(d -> d.entitlements().entriesOf(ban.seen())).orElse(List.of());
    }

    private static List<RegistrationEntry> below(Change.DeleteEntries delete, ServerEstate server) {
        Set<String> gone = new HashSet<>();
        delete.seen().forEach(entry -> gone.add(entry.id()));
        return derived(server)
                .map(d ->
                        delete.seen().stream()
                                .map(RegistrationEntry::spiffeId)
                                .distinct()
                                .flatMap(id -> d.index().below(id).stream())
                                .filter(entry -> !gone.contains(entry.id()))
                                .toList())
                .orElse(List.of());
    }

    private static List<RegistrationEntry> linked(
            Change.RemoveFederation remove, ServerEstate server) {
        return server.entries().value().entries().stream()
                .filter(entry -> entry.federatesWith().contains(remove.seen().trustDomain()))
                .toList();
    }

    private static Optional<EntryView.Derived> derived(ServerEstate server) {
        return server.entries().value().derived();
    }

    private static Optional<Region> card(
            String title, List<RegistrationEntry> entries, ServerEstate server, Ui ui) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        PlainTable<RegistrationEntry> table =
                new PlainTable<>(
                        "preview-hits",
                        "",
                        List.of(
                                PlainTable.Column.<RegistrationEntry>of(
                                                ui.text("actions.items.what"),
                                                2.4,
                                                entry -> ItemRow.path(entry.spiffeId().toString()))
                                        .inMono(),
                                PlainTable.Column.of(
                                        ui.text("actions.hits.nodes"),
                                        1,
                                        entry -> nodes(entry, server, ui))));
        table.show(entries);
        Card card = new Card(title, table).subtitle(Counts.of(entries.size()));
        card.getStyleClass().add("items-card");
        VBox.setVgrow(card, Priority.ALWAYS);
        return Optional.of(card);
    }

    private static String nodes(RegistrationEntry entry, ServerEstate server, Ui ui) {
        return derived(server)
                .map(d -> Counts.of(d.entitlements().nodesOf(entry).size()))
                .orElseGet(() -> ui.text("actions.unknown"));
    }
}
