package dev.curfew.delegation.check;

import dev.curfew.store.Preferences;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The waivers in the store. Any thread; blocks. */
public final class Waivers {
    /** In characters. */
    public static final int LONGEST_REASON = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Waivers.class);
    private static final String KEY = "delegation.waivers";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Preferences preferences;

    public Waivers(Preferences preferences) {
        this.preferences = preferences;
    }

    /** By the finding's key. What can not be read is as good as none: then nothing is hidden. */
    public synchronized Map<String, Waiver> inForce(Instant now) {
        Map<String, Waiver> found = all();
        found.values().removeIf(waiver -> !waiver.isInForce(now));
        return found;
    }

    /** In place of the one that the finding may have; those that have ended are forgotten. */
    public synchronized void add(Waiver waiver) {
        Map<String, Waiver> all = inForce(waiver.at());
        all.put(waiver.key(), waiver);
        keep(all);
    }

    public synchronized void remove(String key) {
        Map<String, Waiver> all = all();
        if (all.remove(key) != null) {
            keep(all);
        }
    }

    private Map<String, Waiver> all() {
        Map<String, Waiver> found = new LinkedHashMap<>();
        try {
            Optional<JsonNode> kept = preferences.get(KEY).map(JSON::readTree);
            if (kept.isPresent()) {
                for (JsonNode one : kept.get()) {
                    Waiver waiver = read(one);
                    found.put(waiver.key(), waiver);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Waivers can not be read", e);
        }
        return found;
    }

    private static Waiver read(JsonNode json) {
        return new Waiver(
                json.path("key").asString(),
                json.path("reason").asString(),
                json.path("by").asString(),
                Instant.parse(json.path("at").asString()),
                Instant.parse(json.path("until").asString()));
    }

    private void keep(Map<String, Waiver> all) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        all.values()
                .forEach(waiver ->
                        json.addObject()
                                .put("key", waiver.key())
                                .put("reason", waiver.reason())
                                .put("by", waiver.by())
                                .put("at", waiver.at().toString())
                                .put("until", waiver.until().toString()));
        preferences.put(KEY, json.toString());
    }
}
