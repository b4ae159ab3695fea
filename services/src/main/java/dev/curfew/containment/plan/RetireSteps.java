package dev.curfew.containment.plan;

import dev.curfew.containment.ChangePlan.FieldChange;
import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.containment.sever.Succession;
import dev.curfew.estate.ServerEstate;
import dev.curfew.estate.TrustRow;
import dev.curfew.estate.TrustRow.SlotName;
import dev.curfew.exposure.AuthorityExposure;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.exposure.SeverTimes;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.Node;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.text.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The steps that revoke authorities before the active ones, which are still trusted. They go first:
 * a server reaches only the one in its slot for old ones, and the next preparation empties it.
 */
final class RetireSteps {
    private static final int MOST_NODES = 100;

    private final Map<ServerEstate, List<TrustRow>> servers;
    private final Instant now;

    RetireSteps(Map<ServerEstate, List<TrustRow>> servers, Instant now) {
        this.servers = servers;
        this.now = now;
    }

    /**
     * @param from when it begins
     * @return when it is over, if every node that may be concerned syncs
     */
    Instant add(
            Kind kind,
            Lever lever,
            Instant from,
            List<SeverSteps.Step> into,
            Collection<Warning> warnings) {
        List<Item> items = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        Instant revoked = from;
        List<ServerEstate> concerned = new ArrayList<>();
        for (Map.Entry<ServerEstate, List<TrustRow>> one : servers.entrySet()) {
            for (TrustRow row : one.getValue()) {
                if (row.kind() == kind && isToGo(row, one.getValue())) {
                    ServerEstate server = one.getKey();
                    ids.add(SeverSteps.rootId(row));
                    concerned.add(server);
                    items.add(item(server, row));
                    warnings.add(
                            Warning.of(
                                    "previousGoesFirst",
                                    kind,
                                    SeverSteps.shortId(row.id()),
                                    server.name(),
                                    Moments.utc(row.notAfter())));
                    Instant over = over(server, kind, from);
                    revoked = over.isAfter(revoked) ? over : revoked;
                }
            }
        }
        if (ids.isEmpty()) {
            return from;
        }
        if (kind == Kind.X509) {
            items.addAll(nodes(ids));
        }
        Instant at = revoked;
        into.add(
                new SeverSteps.Step(
                        lever,
                        new Work.Retire(kind, List.copyOf(ids)),
                        items,
                        ExposureBound.latest(
                                concerned.stream()
                                        .map(server ->
                                                AuthorityExposure.revoke(
                                                        SeverSteps.facts(server, at), Set.of(kind)))
                                        .toList())));
        return revoked;
    }

    /** One below the same upstream root as the active one goes, or stays, with that root. */
    private boolean isToGo(TrustRow row, List<TrustRow> all) {
        boolean sharesItsRoot =
                !row.upstreamSubjectKeyId().isEmpty()
                        && all.stream()
                                .filter(other -> other.slot() == SlotName.ACTIVE)
                                .anyMatch(other ->
                                        other.upstreamSubjectKeyId()
                                                .equals(row.upstreamSubjectKeyId()));
        return row.slot() == SlotName.OLD && SeverSteps.staysTrusted(row, now) && !sharesItsRoot;
    }

    private static Item item(ServerEstate server, TrustRow row) {
        return new Item(
                SeverSteps.rootId(row),
                row.kind() + " authority of " + server.name() + " before the active one",
                List.of(
                        new FieldChange(
                                "in the bundle", SeverSteps.shortId(SeverSteps.rootId(row)), "")));
    }

    private static Instant over(ServerEstate server, Kind kind, Instant from) {
        Instant changed =
                SeverTimes.serialsChangedBy(SeverSteps.facts(server, from)).at().orElse(from);
        return kind == Kind.X509 ? changed.plus(SeverSteps.longestGate(server)) : changed;
    }

    /** Nodes that its gate waits for: their certificates may be of what goes. */
    private List<Item> nodes(Set<String> ids) {
        Succession succession = Succession.of(servers.keySet(), ids, now);
        Map<String, Node> nodes = new LinkedHashMap<>();
        servers.keySet()
                .forEach(server ->
                        server.nodes().value().stream()
                                .filter(node -> !node.banned() && !node.isExpired(now))
                                .filter(node -> !succession.isOfALaterOne(node))
                                .forEach(node -> nodes.putIfAbsent(node.id().toString(), node)));
        List<Item> items = new ArrayList<>();
        nodes.values().stream()
                .sorted(Comparator.comparing(node -> node.id().toString()))
                .limit(MOST_NODES)
                .forEach(node ->
                        items.add(
                                new Item(
                                        node.id().toString(),
                                        SpiffeIds.shortName(node.id()),
                                        List.of(
                                                new FieldChange(
                                                        "certificate",
                                                        "may be of the authority before",
                                                        "renewed")))));
        if (nodes.size() > MOST_NODES) {
            String more = (nodes.size() - MOST_NODES) + " more nodes";
            items.add(new Item("more nodes", more, List.of()));
        }
        return items;
    }
}
