package dev.curfew.delegation.check;

import dev.curfew.store.Preferences;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * When each finding was first seen, kept in the store so that it outlives the window. Any thread;
 * blocks.
 */
public final class FirstSeen {
    /** What is found beyond that is known since this window was opened. */
    static final int MOST_KEPT = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(FirstSeen.class);
    private static final String KEY = "delegation.firstSeen";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Preferences preferences;
    private final Map<String, Instant> known = new HashMap<>();
    private boolean read;

    public FirstSeen(Preferences preferences) {
        this.preferences = preferences;
    }

    /**
     * When each of these was first seen, in their order. One that is new is kept as seen now; one
     * that went away and came back was seen when it was first there.
     */
    public synchronized List<Instant> of(Collection<DelegationFinding> findings, Instant now) {
        if (!read) {
            read();
            read = true;
        }
        int before = known.size();
        List<Instant> seen = new ArrayList<>(findings.size());
        for (DelegationFinding finding : findings) {
            seen.add(known.computeIfAbsent(digest(finding.key()), _ -> now));
        }
        if (known.size() != before) {
            keep();
        }
        return seen;
    }

    /** Names of workloads can be long, and there may be very many. */
    private static String digest(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try {
            JsonNode kept = preferences.get(KEY).map(JSON::readTree).orElse(null);
            if (kept != null) {
                kept.properties()
                        .forEach(one ->
                                known.put(
                                        one.getKey(),
                                        Instant.ofEpochSecond(one.getValue().asLong())));
            }
        } catch (RuntimeException e) {
            LOG.warn("When findings were first seen can not be read", e);
        }
    }

    private void keep() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        known.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(MOST_KEPT)
                .forEach(one ->
                        json.put(
                                one.getKey(),
                                Objects.requireNonNull(one.getValue()).getEpochSecond()));
        try {
            preferences.put(KEY, json.toString());
        } catch (RuntimeException e) {
            LOG.warn("When findings were first seen is not kept", e);
        }
    }
}
