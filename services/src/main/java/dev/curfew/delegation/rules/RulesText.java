package dev.curfew.delegation.rules;

import dev.curfew.delegation.rules.Rule.Effect;
import dev.curfew.delegation.yaml.BadYaml;
import dev.curfew.delegation.yaml.YamlTree;
import dev.curfew.delegation.yaml.YamlWriter;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.text.Durations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Rules as YAML, as people review them. Pure; failures name the line. */
public final class RulesText {
    private static final int DEEPEST = 1000;
    private static final Set<String> FIELDS =
            Set.of(
                    "name",
                    "effect",
                    "from",
                    "to",
                    "from-trust-domains",
                    "to-trust-domains",
                    "tools",
                    "data-classes",
                    "reason");

    private RulesText() {}

    /**
     * @param name what the text is known by, for failures
     */
    public static Outcome<DelegationRules> read(String text, String name) {
        try {
            return Outcome.ok(rules(text));
        } catch (BadYaml e) {
            return e.in(name);
        }
    }

    /** The same for whoever is still writing it. */
    public static RulesReading look(String text) {
        try {
            return new RulesReading.Read(rules(text));
        } catch (BadYaml e) {
            return new RulesReading.Wrong(e.problem());
        }
    }

    /** Rules to begin with, which say something of every field. */
    public static String example() {
        try (InputStream in =
                Objects.requireNonNull(RulesText.class.getResourceAsStream("example.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DelegationRules rules(String text) throws BadYaml {
        YamlTree tree = YamlTree.read(text);
        Map<String, YamlTree> fields =
                tree.fields(Set.of("version", "default", "data-classes", "rules"));
        needed(tree, fields, "version").number(1, 1);
        Effect byDefault = effect(needed(tree, fields, "default"));
        Map<String, List<Pattern>> classes =
                classes(Optional.ofNullable(fields.get("data-classes")));
        YamlTree list = fields.get("rules");
        List<Rule> rules = list == null ? List.of() : rules(list.items(), classes.keySet());
        return new DelegationRules(byDefault, classes, rules);
    }

    public static String write(DelegationRules rules) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", 1);
        document.put("default", word(rules.byDefault()));
        if (!rules.dataClasses().isEmpty()) {
            document.put("data-classes", classes(rules));
        }
        document.put("rules", rules.rules().stream().map(RulesText::fields).toList());
        return YamlWriter.write(document);
    }

    static Map<String, List<String>> classes(DelegationRules rules) {
        Map<String, List<String>> classes = new LinkedHashMap<>();
        rules.dataClasses().forEach((name, sets) -> classes.put(name, texts(sets)));
        return classes;
    }

    /** What a rule says, by the names of the fields. */
    static Map<String, Object> fields(Rule rule) {
        boolean allows = rule.effect() == Effect.ALLOW;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", rule.name());
        fields.put("effect", word(rule.effect()));
        put(fields, "from", texts(rule.from()));
        put(fields, "to", texts(rule.to()));
        put(fields, "from-trust-domains", texts(rule.fromTrustDomains()));
        put(fields, "to-trust-domains", texts(rule.toTrustDomains()));
        put(fields, "tools", texts(rule.tools()));
        put(fields, "data-classes", rule.dataClasses());
        rule.depth().ifPresent(depth -> fields.put(depthField(allows), depth));
        rule.ttl().ifPresent(ttl -> fields.put(ttlField(allows), Durations.display(ttl)));
        if (!rule.reason().isEmpty()) {
            fields.put("reason", rule.reason());
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, List<String> values) {
        if (!values.isEmpty()) {
            fields.put(name, values);
        }
    }

    private static List<String> texts(List<Pattern> patterns) {
        return patterns.stream().map(Pattern::text).toList();
    }

    static String word(Effect effect) {
        return effect == Effect.ALLOW ? "allow" : "forbid";
    }

    private static String depthField(boolean allows) {
        return allows ? "max-depth" : "deeper-than";
    }

    private static String ttlField(boolean allows) {
        return allows ? "max-ttl" : "longer-than";
    }

    private static Effect effect(YamlTree tree) throws BadYaml {
        return switch (tree.text()) {
            case "allow" -> Effect.ALLOW;
            case "forbid" -> Effect.FORBID;
            default -> throw new BadYaml(tree, "allow or forbid is expected here");
        };
    }

    private static Map<String, List<Pattern>> classes(Optional<YamlTree> tree) throws BadYaml {
        Map<String, List<Pattern>> classes = new LinkedHashMap<>();
        if (tree.isPresent()) {
            for (Map.Entry<String, YamlTree> one : tree.get().fields().entrySet()) {
                if (one.getKey().equals(DelegationRules.UNCLASSIFIED)) {
                    throw new BadYaml(
                            one.getValue(),
                            DelegationRules.UNCLASSIFIED + " is what is in no class");
                }
                classes.put(one.getKey(), patterns(Optional.of(one.getValue())));
            }
        }
        return classes;
    }

    private static List<Rule> rules(List<YamlTree> items, Set<String> classes) throws BadYaml {
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlTree item : items) {
            Rule rule = rule(item, classes);
            if (!names.add(rule.name())) {
                throw new BadYaml(item, "another rule is named " + rule.name() + " too");
            }
            rules.add(rule);
        }
        return rules;
    }

    private static Rule rule(YamlTree item, Set<String> classes) throws BadYaml {
        Map<String, YamlTree> all = item.fields();
        Effect effect = effect(needed(item, all, "effect"));
        boolean allows = effect == Effect.ALLOW;
        Set<String> known = new HashSet<>(FIELDS);
        known.add(depthField(allows));
        known.add(ttlField(allows));
        Map<String, YamlTree> fields = item.fields(known);
        YamlTree depth = fields.get(depthField(allows));
        YamlTree ttl = fields.get(ttlField(allows));
        YamlTree reason = fields.get("reason");
        return new Rule(
                needed(item, fields, "name").text(),
                effect,
                patterns(fields, "from"),
                patterns(fields, "to"),
                patterns(fields, "from-trust-domains"),
                patterns(fields, "to-trust-domains"),
                patterns(fields, "tools"),
                dataClasses(Optional.ofNullable(fields.get("data-classes")), classes),
                depth == null ? Optional.empty() : Optional.of(depth.number(0, DEEPEST)),
                ttl == null ? Optional.empty() : Optional.of(duration(ttl)),
                reason == null ? "" : reason.text());
    }

    private static List<String> dataClasses(Optional<YamlTree> tree, Set<String> classes)
            throws BadYaml {
        if (tree.isEmpty()) {
            return List.of();
        }
        List<String> named = tree.get().texts();
        for (String name : named) {
            if (!classes.contains(name) && !name.equals(DelegationRules.UNCLASSIFIED)) {
                throw new BadYaml(tree.get(), name + " is no class under data-classes");
            }
        }
        return named;
    }

    private static List<Pattern> patterns(Map<String, YamlTree> fields, String name)
            throws BadYaml {
        return patterns(Optional.ofNullable(fields.get(name)));
    }

    private static List<Pattern> patterns(Optional<YamlTree> tree) throws BadYaml {
        return tree.isEmpty() ? List.of() : tree.get().texts().stream().map(Pattern::new).toList();
    }

    private static Duration duration(YamlTree tree) throws BadYaml {
        return switch (Durations.parse(tree.text(), Durations.Zero.REFUSED)) {
            case Ok<Duration>(var duration) -> duration;
            case Failed<Duration>(var failure) ->
                    throw new BadYaml(
                            tree, failure.subject() + " is no duration; write 30s, 5m, 4h or 2d");
        };
    }

    private static YamlTree needed(YamlTree item, Map<String, YamlTree> fields, String name)
            throws BadYaml {
        YamlTree field = fields.get(name);
        if (field == null) {
            throw new BadYaml(item, name + " is missing here");
        }
        return field;
    }
}
