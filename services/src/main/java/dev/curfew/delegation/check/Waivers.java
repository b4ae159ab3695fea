package dev.curfew.delegation.check;

import dev.curfew.store.AuditJournal;
import dev.curfew.store.Notes;
import dev.curfew.store.Notes.Note;
import dev.curfew.store.Preferences;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The waivers in the store; each that is given or ended stands in the journal. Any thread; blocks.
 */
public final class Waivers {
    /** In characters. */
    public static final int LONGEST_REASON = 500;

    /** What they are called in the journal. */
    public static final String WAIVE = "waive";

    public static final String END = "end-waiver";

    private static final Logger LOG = LoggerFactory.getLogger(Waivers.class);
    private static final String KEY = "delegation.waivers";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Preferences preferences;
    private final Notes notes;

    public Waivers(Preferences preferences, AuditJournal journal) {
        this.preferences = preferences;
        notes = new Notes(journal);
    }

    /** By the finding's key. What can not be read is as good as none: then nothing is hidden. */
    public synchronized Map<String, Waiver> inForce(Instant now) {
        Map<String, Waiver> found = all();
        found.values().removeIf(waiver -> !waiver.isInForce(now));
        return found;
    }

    /**
     * In place of the one that the finding may have; those that have ended are forgotten.
     *
     * @return the waiver
     */
    public synchronized Waiver add(
            DelegationFinding finding, String reason, String by, Instant at, Instant until) {
        Waiver waiver = new Waiver(finding.key(), reason.strip(), by, at, until);
        Map<String, Waiver> all = inForce(at);
        Optional<Waiver> before = Optional.ofNullable(all.put(waiver.key(), waiver));
        ObjectNode change = change(finding).put("until", until.toString());
        before.ifPresent(old -> change.put("until_before", old.until().toString()));
        notes.write(
                new Note(by, WAIVE, subject(finding), waiver.reason(), change.toString()),
                () -> keep(all));
        return waiver;
    }

    /**
     * Ends the waiver of a finding before its time; without one nothing is done or journaled.
     *
     * @param reason why; may be empty
     */
    public synchronized void end(DelegationFinding finding, String reason, String by) {
        Map<String, Waiver> all = all();
        Waiver old = all.remove(finding.key());
        if (old != null) {
            ObjectNode change =
                    change(finding)
                            .put("until_before", old.until().toString())
                            .put("waived_by", old.by())
                            .put("waived_because", old.reason());
            notes.write(
                    new Note(by, END, subject(finding), reason.strip(), change.toString()),
                    () -> keep(all));
        }
    }

    private static String subject(DelegationFinding finding) {
        return finding.check() + " " + finding.subject().display();
    }

    private static ObjectNode change(DelegationFinding finding) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("finding", finding.key())
                .put("check", finding.check().name())
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
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
