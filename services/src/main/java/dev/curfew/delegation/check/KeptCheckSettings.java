package dev.curfew.delegation.check;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.Notes;
import dev.curfew.store.Notes.Note;
import dev.curfew.store.Preferences;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operator's settings of the checks in the store, for window and command line alike: only those
 * that differ from the defaults, and each change stands in the journal. Any thread; blocks.
 */
public final class KeptCheckSettings {
    /** What a change is called in the journal. */
    public static final String ACTION = "set-checks";

    private static final Logger LOG = LoggerFactory.getLogger(KeptCheckSettings.class);
    private static final String KEY = "delegation.settings";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Preferences preferences;
    private final Notes notes;

    public KeptCheckSettings(Preferences preferences, AuditJournal journal) {
        this.preferences = preferences;
        notes = new Notes(journal);
    }

    /** One that can not be read, or not any more, is as by default; the others hold. */
    public synchronized CheckSettings inForce() {
        Optional<String> text = preferences.get(KEY).filter(kept -> !kept.isBlank());
        if (text.isEmpty()) {
            return CheckSettings.DEFAULT;
        }
        Map<CheckSetting, String> texts = new EnumMap<>(CheckSetting.class);
        try {
            JsonNode json = JSON.readTree(text.get());
            for (CheckSetting setting : CheckSetting.values()) {
                Optional.ofNullable(json.get(setting.key()))
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .filter(one -> CheckSettingsText.problem(setting, one).isEmpty())
                        .ifPresent(one -> texts.put(setting, one));
            }
        } catch (JacksonException e) {
            LOG.warn("The settings of the checks can not be read", e);
        }
        return switch (CheckSettingsText.read(texts)) {
            case Ok<CheckSettings>(var read) -> read;
            case Failed<CheckSettings> _ -> CheckSettings.DEFAULT;
        };
    }

    /**
     * Puts them in force and says so in the journal; what holds already is neither kept nor
     * journaled again.
     *
     * @param texts those that are not here are as by default
     * @param operator who does it
     * @param reason why; may be empty
     * @return what now holds, or what is wrong with one of them, and then nothing is changed
     */
    public synchronized Outcome<CheckSettings> save(
            Map<CheckSetting, String> texts, String operator, String reason) {
        return CheckSettingsText.read(texts)
                .map(settings -> {
                    CheckSettings before = inForce();
                    if (!settings.equals(before)) {
                        ObjectNode change = change(before, settings);
                        notes.write(
                                new Note(
                                        operator,
                                        ACTION,
                                        "delegation checks: "
                                                + String.join(", ", change.propertyNames()),
                                        reason.strip(),
                                        change.toString()),
                                () -> preferences.put(KEY, kept(settings)));
                    }
                    return settings;
                });
    }

    private static ObjectNode change(CheckSettings before, CheckSettings after) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (CheckSetting setting : CheckSetting.values()) {
            if (!setting.text(before).equals(setting.text(after))) {
                json.putObject(setting.key())
                        .put("before", setting.text(before))
                        .put("after", setting.text(after));
            }
        }
        return json;
    }

    private static String kept(CheckSettings settings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        CheckSettingsText.changed(settings)
                .forEach((setting, text) -> json.put(setting.key(), text));
        return json.toString();
    }
}
