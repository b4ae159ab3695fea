package dev.curfew.containment.plan;

import dev.curfew.containment.Change;
import dev.curfew.export.EntryJson;
import dev.curfew.export.NodeJson;
import dev.curfew.export.RelationshipJson;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The changes that steps of a containment make, as JSON and back. Pure. */
final class ChangeJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ChangeJson() {}

    /**
     * @param at for the nodes' states, which are only for reading
     */
    static ObjectNode write(Change change, Instant at) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (change) {
            case Change.Tighten tighten -> {
                json.put("change", "tighten");
                json.set("entries", MAPPER.readTree(EntryJson.write(tighten.seen())));
                tighten.x509Seconds().ifPresent(ttl -> json.put("x509_svid_ttl", ttl));
                tighten.jwtSeconds().ifPresent(ttl -> json.put("jwt_svid_ttl", ttl));
                tighten.expiresAtSeconds().ifPresent(end -> json.put("expires_at", end));
            }
            case Change.DeleteEntries delete -> {
                json.put("change", "delete");
                json.set("entries", MAPPER.readTree(EntryJson.write(delete.seen())));
            }
            case Change.BanNode ban -> {
                json.put("change", "ban");
                json.set("node", NodeJson.write(ban.seen(), at));
            }
            case Change.RestoreEntries restore -> {
                json.put("change", "restore");
                json.set("entries", MAPPER.readTree(EntryJson.write(restore.before())));
            }
            case Change.RevertEntries revert -> {
                json.put("change", "revert");
                ArrayNode reverts = json.putArray("reverts");
                for (Change.RevertEntries.Revert one : revert.reverts()) {
                    ObjectNode pair = reverts.addObject();
                    pair.set("seen", EntryJson.write(one.seen()));
                    pair.set("before", EntryJson.write(one.before()));
                }
            }
            case Change.LiftBan lift -> {
                json.put("change", "lift-ban");
                json.set("node", NodeJson.write(lift.seen(), at));
            }
            case Change.EndGrants(var grants) -> {
                json.put("change", "end-grants");
                json.set("grants", MAPPER.readTree(RelationshipJson.write(grants)));
            }
            case Change.TightenGrants(var grants, var notAfter) -> {
                json.put("change", "tighten-grants");
                json.set("grants", MAPPER.readTree(RelationshipJson.write(grants)));
                json.put("not_after", notAfter.toString());
            }
            case Change.RestoreGrants(var grants) -> {
                json.put("change", "restore-grants");
                json.set("grants", MAPPER.readTree(RelationshipJson.write(grants)));
            }
            case Change.Quarantine(var identities) -> {
                json.put("change", "quarantine");
                ArrayNode ids = json.putArray("identities");
                identities.forEach(id -> ids.add(id.toString()));
            }
            case Change.LiftQuarantine(var identities) -> {
                json.put("change", "lift-quarantine");
                ArrayNode ids = json.putArray("identities");
                identities.forEach(id -> ids.add(id.toString()));
            }
            default ->
                    throw new IllegalArgumentException(
                            "no step of a containment makes this change: " + change);
        }
        return json;
    }

    /** Throws {@link IllegalArgumentException} for anything that {@link #write} did not write. */
    static Change read(JsonNode json) {
        String kind = json.path("change").asString("");
        return switch (kind) {
            case "tighten" ->
                    new Change.Tighten(
                            EntryJson.read(json.path("entries").toString()),
                            number(json, "x509_svid_ttl").map(Math::toIntExact),
                            number(json, "jwt_svid_ttl").map(Math::toIntExact),
                            number(json, "expires_at"));
            case "delete" ->
                    new Change.DeleteEntries(EntryJson.read(json.path("entries").toString()));
            case "ban" -> new Change.BanNode(NodeJson.read(json.path("node")));
            case "restore" ->
                    new Change.RestoreEntries(EntryJson.read(json.path("entries").toString()));
            case "revert" -> {
                List<Change.RevertEntries.Revert> reverts = new ArrayList<>();
                for (JsonNode pair : json.path("reverts")) {
                    reverts.add(
                            new Change.RevertEntries.Revert(
                                    EntryJson.read(pair.path("seen")),
                                    EntryJson.read(pair.path("before"))));
                }
                yield new Change.RevertEntries(reverts);
            }
            case "lift-ban" -> new Change.LiftBan(NodeJson.read(json.path("node")));
            case "end-grants" ->
                    new Change.EndGrants(RelationshipJson.readAll(json.path("grants")));
            case "tighten-grants" ->
                    new Change.TightenGrants(
                            RelationshipJson.readAll(json.path("grants")),
                            Instant.parse(json.path("not_after").asString()));
            case "restore-grants" ->
                    new Change.RestoreGrants(RelationshipJson.readAll(json.path("grants")));
            case "quarantine" -> new Change.Quarantine(identities(json));
            case "lift-quarantine" -> new Change.LiftQuarantine(identities(json));
            default -> throw new IllegalArgumentException("unknown change: " + kind);
        };
    }

    private static List<SpiffeId> identities(JsonNode json) {
        List<SpiffeId> ids = new ArrayList<>();
        for (JsonNode id : json.path("identities")) {
            ids.add(SpiffeId.parse(id.asString()));
        }
        return ids;
    }

    private static Optional<Long> number(JsonNode json, String name) {
        return json.has(name) ? Optional.of(json.path(name).asLong()) : Optional.empty();
    }
}
