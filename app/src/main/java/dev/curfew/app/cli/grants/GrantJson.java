package dev.curfew.app.cli.grants;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Permission;
import dev.curfew.delegation.Source;
import dev.curfew.text.Moments;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Grants as JSON. What is not known is left out. */
final class GrantJson {
    private final GrantGraph graph;
    private final List<Grant.State> states;

    /**
     * @param now by which states are told
     */
    GrantJson(GrantGraph graph, Instant now) {
        this.graph = graph;
        this.states = graph.states(now);
    }

    ObjectNode write(Grant grant) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", grant.id());
        json.put("kind", GrantWords.word(grant.kind()));
        json.set("from", party(grant.from()));
        json.set("to", party(grant.to()));
        json.put("relation", grant.relation());
        grant.hop()
                .scope()
                .ifPresent(scope -> {
                    ArrayNode permissions = json.putArray("scope");
                    scope.permissions().stream().map(Permission::display).forEach(permissions::add);
                });
        grant.hop().task().ifPresent(task -> json.put("task", task.id()));
        grant.parent().ifPresent(parent -> json.put("parent", parent));
        Ending ending = Ending.of(grant, graph);
        json.put("own_end", end(grant.hop().validity().end()));
        json.put("ends", end(ending.end()));
        json.put("ends_with_above", ending.byAbove());
        json.put("state", GrantWords.word(states.get(graph.lineages().row(grant.id()))));
        json.set("source", source(grant.source()));
        return json;
    }

    private static ObjectNode party(Party party) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", party.kind().word())
                .put("type", party.type())
                .put("id", party.id());
    }

    private static String end(End end) {
        return switch (end) {
            case End.At(var when) -> Moments.utc(when);
            case End.Never _ -> "never";
            case End.Unknown _ -> "unknown";
        };
    }

    private static ObjectNode source(Source source) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("origin", GrantWords.word(source.origin()));
        json.put("kind", GrantWords.word(source.kind()));
        json.put("system", source.system());
        json.put("reference", source.reference());
        source.readAt().ifPresent(at -> json.put("read_at", Moments.utc(at)));
        return json;
    }
}
