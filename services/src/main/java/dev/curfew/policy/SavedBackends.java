package dev.curfew.policy;

import dev.curfew.store.Preferences;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The policy backends that are saved: references to secrets, never secrets. Immutable; any thread.
 *
 * @param all in the order in which they were saved
 */
public record SavedBackends(List<PolicyProfile> all) {
    private static final String KEY = "policy.backends";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public SavedBackends {
        all = List.copyOf(all);
    }

    /** What can not be read, as of a newer Curfew, is left out. Blocks. */
    public static SavedBackends of(Preferences preferences) {
        return new SavedBackends(
                preferences.get(KEY).map(MAPPER::readTree).stream()
                        .flatMap(JsonNode::valueStream)
                        .flatMap(json -> PolicyProfileJson.read(json).stream())
                        .toList());
    }

    /** Blocks. */
    public void keep(Preferences preferences) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        all.forEach(profile -> json.add(PolicyProfileJson.write(profile)));
        preferences.put(KEY, json.toString());
    }

    public Optional<PolicyProfile> find(String name) {
        return all.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /** With this one in place of whatever has its name. */
    public SavedBackends with(PolicyProfile profile) {
        return new SavedBackends(
                Stream.concat(without(profile.name()).all.stream(), Stream.of(profile)).toList());
    }

    public SavedBackends without(String name) {
        return new SavedBackends(
                all.stream().filter(profile -> !profile.name().equals(name)).toList());
    }
}
