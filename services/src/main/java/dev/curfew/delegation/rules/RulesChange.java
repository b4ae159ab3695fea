package dev.curfew.delegation.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import tools.jackson.databind.json.JsonMapper;

/**
 * What becomes of the rules when others are put in force. Immutable.
 *
 * @param changed those of the same name that say something else, as they will be
 */
public record RulesChange(
        DelegationRules before,
        DelegationRules after,
        List<Rule> added,
        List<Rule> changed,
        List<Rule> removed) {
    /** Of each kind, for the journal; beyond that only their number is kept. */
    static final int MOST_WRITTEN = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RulesChange {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    static RulesChange of(DelegationRules before, DelegationRules after) {
        Map<String, Rule> left = byName(before);
        List<Rule> added = new ArrayList<>();
        List<Rule> changed = new ArrayList<>();
        for (Rule rule : after.rules()) {
            Rule old = left.remove(rule.name());
            if (old == null) {
                added.add(rule);
            } else if (!old.equals(rule)) {
                changed.add(rule);
            }
        }
        return new RulesChange(before, after, added, changed, List.copyOf(left.values()));
    }

    private static Map<String, Rule> byName(DelegationRules rules) {
        Map<String, Rule> all = new LinkedHashMap<>();
        rules.rules().forEach(rule -> all.put(rule.name(), rule));
        return all;
    }

    /** In a few words, for the journal. */
    String subject() {
        StringJoiner what = new StringJoiner(", ", "delegation rules: ", "");
        what.setEmptyValue("delegation rules: other words only");
        count(added, "added", what);
        count(changed, "changed", what);
        count(removed, "removed", what);
        if (before.byDefault() != after.byDefault()) {
            what.add("default " + RulesText.word(after.byDefault()));
        }
        if (!before.dataClasses().equals(after.dataClasses())) {
            what.add("data classes changed");
        }
        return what.toString();
    }

    private static void count(List<Rule> rules, String word, StringJoiner what) {
        if (!rules.isEmpty()) {
            what.add(rules.size() + " " + word);
        }
    }

    /**
     * All of it as JSON.
     *
     * @param digest SHA-256 of the text that is put in force
     */
    String json(String digest) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rules", after.rules().size());
        json.put("default", RulesText.word(after.byDefault()));
        json.put("rules_before", before.rules().size());
        json.put("default_before", RulesText.word(before.byDefault()));
        json.put("added_count", added.size());
        json.put("changed_count", changed.size());
        json.put("removed_count", removed.size());
        json.put("added", written(added));
        Map<String, Rule> old = byName(before);
        json.put(
                "changed",
                changed.stream()
                        .limit(MOST_WRITTEN)
                        .map(rule ->
                                Map.of(
                                        "before",
                                        RulesText.fields(
                                                Objects.requireNonNull(old.get(rule.name()))),
                                        "after",
                                        RulesText.fields(rule)))
                        .toList());
        json.put("removed", written(removed));
        if (!before.dataClasses().equals(after.dataClasses())) {
            json.put("data_classes", RulesText.classes(after));
            json.put("data_classes_before", RulesText.classes(before));
        }
        json.put("sha256", digest);
        return JSON.writeValueAsString(json);
    }

    private static List<Map<String, Object>> written(List<Rule> rules) {
        return rules.stream().limit(MOST_WRITTEN).map(RulesText::fields).toList();
    }
}
