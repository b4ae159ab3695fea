package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.export.EntryJson;
import dev.curfew.identity.Node;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.ItemResult;
import dev.curfew.spire.SpireServer;
import io.spiffe.spiffeid.SpiffeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Bans, evicts or unbans one node. SPIRE has no batch for nodes. */
final class NodeExecution implements Execution {
    private final SpireServer server;
    private final Node seen;
    private final BiFunction<SpireServer, SpiffeId, Outcome<SpiffeId>> call;
    private final boolean rowRemains;
    private Map<SpiffeId, Optional<Node>> now = Map.of();

    private NodeExecution(
            SpireServer server,
            Node seen,
            BiFunction<SpireServer, SpiffeId, Outcome<SpiffeId>> call,
            boolean rowRemains) {
        this.server = server;
        this.seen = seen;
        this.call = call;
        this.rowRemains = rowRemains;
    }

    static NodeExecution ban(SpireServer server, Node node) {
        return new NodeExecution(server, node, (s, id) -> s.nodes().ban(id), true);
    }

    /** For an eviction and for the lifting of a ban: SPIRE knows one call for both. */
    static NodeExecution removeRow(SpireServer server, Node node) {
        return new NodeExecution(server, node, (s, id) -> s.nodes().delete(id), false);
    }

    @Override
    public Map<String, Failure> check(List<Item> items) {
        return switch (server.nodes().get(seen.id())) {
            case Failed<Node>(var failure) -> Map.of(key(), failure);
            case Ok<Node>(var found) ->
                    found.banned() == seen.banned()
                            ? Map.of()
                            : Map.of(
                                    key(),
                                    new Failure(
                                            Reason.CHANGED_MEANWHILE,
                                            key(),
                                            found.banned()
                                                    ? "it is banned by now"
                                                    : "its ban was lifted by now"));
        };
    }

    @Override
    public String before() {
        return EntryJson.writeIds(List.of(key()));
    }

    @Override
    public String sent(List<Item> batch) {
        return EntryJson.writeIds(List.of(key()));
    }

    @Override
    public List<ItemResult<String>> send(List<Item> batch) {
        return List.of(
                new ItemResult<>(key(), call.apply(server, seen.id()).map(SpiffeId::toString)));
    }

    /** A banned node's row says so; a removed row is gone, or back with another serial. */
    @Override
    public Map<String, Outcome<Boolean>> readBack(List<Item> items) {
        return Map.of(key(), asWanted());
    }

    private Outcome<Boolean> asWanted() {
        switch (server.nodes().get(seen.id())) {
            case Ok<Node>(var found) -> {
                now = Map.of(seen.id(), Optional.of(found));
                return Outcome.ok(
                        rowRemains
                                ? found.banned()
                                : !found.serial().equals(seen.serial()) && !found.banned());
            }
            case Failed<Node>(var failure) when failure.reason() == Reason.NOT_FOUND -> {
                now = Map.of(seen.id(), Optional.empty());
                return Outcome.ok(!rowRemains);
            }
            case Failed<Node>(var failure) -> {
                return Outcome.failed(failure);
            }
        }
    }

    @Override
    public Map<SpiffeId, Optional<Node>> nodesNow() {
        return now;
    }

    @Override
    public String after() {
        return EntryJson.writeIds(List.of(key()));
    }

    private String key() {
        return seen.id().toString();
    }
}
