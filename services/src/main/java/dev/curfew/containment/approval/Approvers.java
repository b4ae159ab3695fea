package dev.curfew.containment.approval;

import dev.curfew.store.Preferences;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whose approval counts here: names by the thumbprints of their keys. Immutable; any thread.
 *
 * @param names by lower-case hex thumbprint, in the order in which they were added
 */
public record Approvers(Map<String, String> names) {
    private static final String KEY = "approvers";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public Approvers {
        names = new LinkedHashMap<>(names);
    }

    /** Blocks. */
    public static Approvers of(Preferences preferences) {
        Map<String, String> names = new LinkedHashMap<>();
        preferences
                .get(KEY)
                .map(MAPPER::readTree)
                .map(JsonNode::properties)
                .ifPresent(all ->
                        all.forEach(one -> names.put(one.getKey(), one.getValue().asString())));
        return new Approvers(names);
    }

    /** Blocks. */
    public void keep(Preferences preferences) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        names.forEach(json::put);
        preferences.put(KEY, json.toString());
    }

    public Approvers with(String thumbprint, String name) {
        Map<String, String> changed = new LinkedHashMap<>(names);
        changed.put(thumbprint, name);
        return new Approvers(changed);
    }

    public Approvers without(String thumbprint) {
        Map<String, String> changed = new LinkedHashMap<>(names);
        changed.remove(thumbprint);
        return new Approvers(changed);
    }

    public Optional<String> nameOf(String thumbprint) {
        return Optional.ofNullable(names.get(thumbprint));
    }
}
