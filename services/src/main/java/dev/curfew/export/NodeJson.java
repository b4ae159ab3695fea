package dev.curfew.export;

import dev.curfew.estate.NodeState;
import dev.curfew.identity.Node;
import java.time.Instant;
import java.util.Locale;
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
}
