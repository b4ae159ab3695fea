package dev.curfew.views.containments;

import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import dev.curfew.icons.AppIcon;
import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.query.TextMatch;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.BestHits;
import dev.curfew.views.palette.PaletteItem;
import dev.curfew.views.palette.PaletteProvider;
import io.spiffe.spiffeid.SpiffeId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Offers "Contain name…" for identities and nodes: before all else where a whole SPIFFE ID or the
 * verb is typed, else after what is found by name.
 */
public final class ContainFinder {
    private static final int MOST_BY_NAME = 3;
    private static final int MOST_BY_VERB = 12;

    private final Supplier<Estate> newest;
    private final Consumer<ContainmentTarget> contain;
    private final Ui ui;
    private final String verb;

    /**
     * @param newest may be asked on any thread
     */
    public ContainFinder(Supplier<Estate> newest, Consumer<ContainmentTarget> contain, Ui ui) {
        this.newest = newest;
        this.contain = contain;
        this.ui = ui;
        verb = ui.text("containments.palette.verb").toLowerCase(Locale.ROOT) + " ";
    }

    /** For the first place: what is meant beyond doubt. */
    public PaletteProvider exact() {
        return (text, most) -> {
            if (text.startsWith("spiffe://")) {
                return find(text, 1, id -> id.toString().equals(text) ? 0 : BestHits.NONE);
            }
            if (text.toLowerCase(Locale.ROOT).startsWith(verb)) {
                String name = text.substring(verb.length()).strip();
                return name.isEmpty() ? List.of() : find(name, MOST_BY_VERB, byName(name));
            }
            return List.of();
        };
    }

    /** For a later place: the best few by name. */
    public PaletteProvider byName() {
        return (text, most) ->
                text.isEmpty()
                                || text.startsWith("spiffe://")
                                || text.toLowerCase(Locale.ROOT).startsWith(verb)
                        ? List.of()
                        : find(text, MOST_BY_NAME, byName(text));
    }

    private interface Rank {
        int of(SpiffeId id);
    }

    private static Rank byName(String text) {
        Predicate<String> inside = TextMatch.has(text);
        return id -> {
            int rank = BestHits.rank(text, SpiffeIds.shortName(id), inside);
            return rank < BestHits.NONE
                    ? rank
                    : inside.test(id.toString()) ? BestHits.LAST : BestHits.NONE;
        };
    }

    private List<PaletteItem> find(String text, int most, Rank rank) {
        BestHits<PaletteItem> hits = new BestHits<>(most);
        Set<SpiffeId> seen = new HashSet<>();
        for (ServerEstate server : newest.get().servers()) {
            for (RegistrationEntry entry : server.entries().value().entries()) {
                if (Thread.currentThread().isInterrupted()) {
                    return List.of();
                }
                int of = entry.isNodeAlias() ? BestHits.NONE : rank.of(entry.spiffeId());
                if (of < BestHits.NONE && seen.add(entry.spiffeId())) {
                    hits.offer(of, () -> identity(entry.spiffeId()));
                }
            }
            Predicate<String> inside = TextMatch.has(text);
            for (Node node : server.nodes().value()) {
                int of =
                        Math.min(
                                rank.of(node.id()),
                                HostNames.of(node)
                                        .map(host -> BestHits.rank(text, host, inside))
                                        .orElse(BestHits.NONE));
                if (of < BestHits.NONE && seen.add(node.id())) {
                    hits.offer(of, () -> node(node));
                }
            }
        }
        return hits.best();
    }

    private PaletteItem identity(SpiffeId id) {
        return item(
                "contain." + id,
                ui.text("containments.palette.contain", SpiffeIds.shortName(id)),
                id,
                new ContainmentTarget.Identities(List.of(id)));
    }

    private PaletteItem node(Node node) {
        return item(
                "contain." + node.id(),
                ui.text("containments.palette.node", HostNames.orShortName(node)),
                node.id(),
                new ContainmentTarget.NodeWithWorkloads(node.id()));
    }

    private PaletteItem item(String key, String title, SpiffeId id, ContainmentTarget target) {
        return PaletteItem.object(
                key,
                ui.text("containments.palette.group"),
                AppIcon.CONTAIN,
                title,
                id.toString(),
                () -> contain.accept(target));
    }
}
