package dev.curfew.export;

import dev.curfew.estate.NodeState;
import dev.curfew.identity.Node;
import dev.curfew.identity.Selector;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Nodes as JSON, with the names of SPIRE's API and the state that follows from them. Pure. */
public final class NodeJson {
    private NodeJson() {}

    public static ObjectNode write(Node node, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", node.id().toString());
        json.put("attestation_type", node.attestationType());
        json.put("state", NodeState.of(node, now).name().toLowerCase(Locale.ROOT));
        json.put("x509svid_serial_number", node.serial());
        json.put("x509svid_expires_at", node.expiresAtSeconds());
        ArrayNode selectors = json.putArray("selectors");
        node.selectors().forEach(s -> selectors.add(s.toString()));
        json.put("banned", node.banned());
        json.put("can_reattest", node.canReattest());
        json.put("agent_version", node.version());
        return json;
    }

    /** What {@link #write} wrote; the state is not looked at, it follows from the rest. */
    public static Node read(JsonNode json) {
        List<Selector> selectors = new ArrayList<>();
        for (JsonNode text : json.path("selectors")) {
            selectors.add(EntryJson.selector(text.asString()));
        }
        return new Node(
                SpiffeId.parse(json.path("id").asString()),
                json.path("attestation_type").asString(),
                json.path("x509svid_serial_number").asString(),
                json.path("x509svid_expires_at").asLong(),
                selectors,
                json.path("banned").asBoolean(),
                json.path("can_reattest").asBoolean(),
                json.path("agent_version").asString());
    }
}
