package dev.curfew.views.nodes;

import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import dev.curfew.icons.AppIcon;
import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.query.TextMatch;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.BestHits;
import dev.curfew.views.list.Links;
import dev.curfew.views.palette.PaletteItem;
import dev.curfew.views.palette.PaletteProvider;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Finds nodes of all connections by host name, SPIFFE ID or serial. */
public final class NodeFinder implements PaletteProvider {
    private static final int MOST = 12;

    private final Supplier<Estate> newest;
    private final EstateModel estate;
    private final Links links;
    private final String group;

    /**
     * @param newest may be asked on any thread
     */
    public NodeFinder(Supplier<Estate> newest, EstateModel estate, Links links, Ui ui) {
        this.newest = newest;
        this.estate = estate;
        this.links = links;
        this.group = ui.text("nodes.title");
    }

    @Override
    public List<PaletteItem> find(String text, int most) {
        if (text.isEmpty()) {
            return List.of();
        }
        BestHits<PaletteItem> hits = new BestHits<>(Math.min(MOST, most));
        Predicate<String> inside = TextMatch.has(text);
        for (ServerEstate server : newest.get().servers()) {
            for (Node node : server.nodes().value()) {
                if (Thread.currentThread().isInterrupted()) {
                    return List.of();
                }
                hits.offer(rank(text, node, inside), () -> item(server, node));
            }
        }
        return hits.best();
    }

    private static int rank(String text, Node node, Predicate<String> inside) {
        Optional<String> host = HostNames.of(node);
        int byName =
                Math.min(
                        BestHits.rank(text, SpiffeIds.shortName(node.id()), inside),
                        host.map(name -> BestHits.rank(text, name, inside)).orElse(BestHits.NONE));
        if (byName < BestHits.NONE) {
            return byName;
        }
        return inside.test(node.id().toString()) || node.serial().equals(text)
                ? BestHits.LAST
                : BestHits.NONE;
    }

    private PaletteItem item(ServerEstate server, Node node) {
        return PaletteItem.object(
                "node." + server.name() + "." + node.id(),
                group,
                AppIcon.NODES,
                HostNames.orShortName(node),
                node.id().toString(),
                () -> {
                    estate.choose(server.name());
                    links.toNode(node);
                });
    }
}
