package dev.curfew.delegation.map;

import dev.curfew.delegation.Party.Kind;
import dev.curfew.delegation.yaml.BadYaml;
import dev.curfew.delegation.yaml.YamlTree;
import dev.curfew.delegation.yaml.YamlWriter;
import dev.curfew.outcome.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A mapping as YAML, as people edit it. Pure. */
public final class MappingText {
    private static final Set<String> HOP_FIELDS =
            Set.of("type", "from", "to", "parent", "root", "leases", "ends-with-parent");

    private MappingText() {}

    /**
     * @param name what the text is known by, for failures
     */
    public static Outcome<GrantMapping> read(String text, String name) {
        try {
            Map<String, YamlTree> fields =
                    YamlTree.read(text).fields(Set.of("types", "hops", "rights", "people"));
            return Outcome.ok(
                    new GrantMapping(
                            types(Optional.ofNullable(fields.get("types"))),
                            hops(items(fields, "hops")),
                            rights(items(fields, "rights")),
                            people(items(fields, "people"))));
        } catch (BadYaml e) {
            return e.in(name);
        }
    }

    public static String write(GrantMapping mapping) {
        Map<String, Object> document = new LinkedHashMap<>();
        Map<String, Object> types = new LinkedHashMap<>();
        mapping.types().forEach((type, kind) -> types.put(type, kind.word()));
        document.put("types", types);
        document.put("hops", mapping.hops().stream().map(MappingText::hop).toList());
        document.put(
                "rights",
                mapping.rights().stream()
                        .map(right -> {
                            Map<String, Object> fields = new LinkedHashMap<>();
                            fields.put("type", right.type());
                            fields.put("relation", right.relation());
                            fields.put("action", right.action());
                            return fields;
                        })
                        .toList());
        document.put(
                "people",
                mapping.people().stream()
                        .map(people -> {
                            Map<String, Object> fields = new LinkedHashMap<>();
                            fields.put("type", people.type());
                            fields.put("relation", people.relation());
                            return fields;
                        })
                        .toList());
        return YamlWriter.write(document);
    }

    private static Map<String, Object> hop(HopMapping hop) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", hop.type());
        fields.put("from", hop.from());
        fields.put("to", hop.to());
        hop.parent().ifPresent(parent -> fields.put("parent", parent));
        hop.root().ifPresent(root -> fields.put("root", root));
        if (!hop.leases().isEmpty()) {
            fields.put("leases", hop.leases());
        }
        fields.put("ends-with-parent", hop.endsWithParent());
        return fields;
    }

    private static List<YamlTree> items(Map<String, YamlTree> fields, String name) throws BadYaml {
        YamlTree list = fields.get(name);
        return list == null ? List.of() : list.items();
    }

    private static SortedMap<String, Kind> types(Optional<YamlTree> tree) throws BadYaml {
        SortedMap<String, Kind> types = new TreeMap<>();
        if (tree.isPresent()) {
            for (Map.Entry<String, YamlTree> field : tree.get().fields().entrySet()) {
                types.put(field.getKey(), kind(field.getValue()));
            }
        }
        return types;
    }

    private static Kind kind(YamlTree tree) throws BadYaml {
        String word = tree.text();
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new BadYaml(
                                tree,
                                word
                                        + " is no kind; there are "
                                        + Arrays.stream(Kind.values())
                                                .map(Kind::word)
                                                .collect(Collectors.joining(", "))));
    }

    private static List<HopMapping> hops(List<YamlTree> items) throws BadYaml {
        List<HopMapping> hops = new ArrayList<>();
        for (YamlTree item : items) {
            Map<String, YamlTree> fields = item.fields(HOP_FIELDS);
            YamlTree leases = fields.get("leases");
            YamlTree bound = fields.get("ends-with-parent");
            hops.add(
                    new HopMapping(
                            needed(item, fields, "type"),
                            needed(item, fields, "from"),
                            needed(item, fields, "to"),
                            optional(fields, "parent"),
                            optional(fields, "root"),
                            leases == null ? List.of() : leases.texts(),
                            bound != null && bound.yes()));
        }
        return hops;
    }

    private static List<RightMapping> rights(List<YamlTree> items) throws BadYaml {
        List<RightMapping> rights = new ArrayList<>();
        for (YamlTree item : items) {
            Map<String, YamlTree> fields = item.fields(Set.of("type", "relation", "action"));
            rights.add(
                    new RightMapping(
                            needed(item, fields, "type"),
                            needed(item, fields, "relation"),
                            needed(item, fields, "action")));
        }
        return rights;
    }

    private static List<PeopleMapping> people(List<YamlTree> items) throws BadYaml {
        List<PeopleMapping> people = new ArrayList<>();
        for (YamlTree item : items) {
            Map<String, YamlTree> fields = item.fields(Set.of("type", "relation"));
            people.add(
                    new PeopleMapping(
                            needed(item, fields, "type"), needed(item, fields, "relation")));
        }
        return people;
    }

    private static String needed(YamlTree item, Map<String, YamlTree> fields, String name)
            throws BadYaml {
        YamlTree field = fields.get(name);
        if (field == null) {
            throw new BadYaml(item, name + " is missing here");
        }
        return field.text();
    }

    private static Optional<String> optional(Map<String, YamlTree> fields, String name)
            throws BadYaml {
        YamlTree field = fields.get(name);
        return field == null ? Optional.empty() : Optional.of(field.text());
    }
}
