package dev.curfew.views.workloads;

import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import dev.curfew.icons.AppIcon;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.query.TextMatch;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.BestHits;
import dev.curfew.views.list.Links;
import dev.curfew.views.palette.PaletteItem;
import dev.curfew.views.palette.PaletteProvider;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Finds workloads of all connections by name, SPIFFE ID, entry id or DNS name. */
public final class WorkloadFinder implements PaletteProvider {
    private static final int MOST = 12;

    private final Supplier<Estate> newest;
    private final EstateModel estate;
    private final Links links;
    private final String group;

    /**
     * @param newest may be asked on any thread
     */
    public WorkloadFinder(Supplier<Estate> newest, EstateModel estate, Links links, Ui ui) {
        this.newest = newest;
        this.estate = estate;
        this.links = links;
        this.group = ui.text("workloads.title");
    }

    @Override
    public List<PaletteItem> find(String text, int most) {
        if (text.isEmpty()) {
            return List.of();
        }
        BestHits<PaletteItem> hits = new BestHits<>(Math.min(MOST, most));
        Predicate<String> inside = TextMatch.has(text);
        for (ServerEstate server : newest.get().servers()) {
            for (RegistrationEntry entry : server.entries().value().entries()) {
                if (Thread.currentThread().isInterrupted()) {
                    return List.of();
                }
                hits.offer(rank(text, entry, inside), () -> item(server, entry));
            }
        }
        return hits.best();
    }

    private static int rank(String text, RegistrationEntry entry, Predicate<String> inside) {
        int byName = BestHits.rank(text, SpiffeIds.shortName(entry.spiffeId()), inside);
        if (byName < BestHits.NONE) {
            return byName;
        }
        boolean elsewhere =
                inside.test(entry.spiffeId().toString())
                        || entry.id().startsWith(text)
                        || entry.dnsNames().stream().anyMatch(inside);
        return elsewhere ? BestHits.LAST : BestHits.NONE;
    }

    private PaletteItem item(ServerEstate server, RegistrationEntry entry) {
        return PaletteItem.object(
                "workload." + server.name() + "." + entry.id(),
                group,
                AppIcon.WORKLOADS,
                SpiffeIds.shortName(entry.spiffeId()),
                entry.spiffeId().toString(),
                () -> {
                    estate.choose(server.name());
                    links.toEntry(entry);
                });
    }
}
