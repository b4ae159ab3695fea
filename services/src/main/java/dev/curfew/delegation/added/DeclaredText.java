package dev.curfew.delegation.added;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Hop;
import dev.curfew.delegation.Lineage;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Permission;
import dev.curfew.delegation.Scope;
import dev.curfew.delegation.Source;
import dev.curfew.delegation.Validity;
import dev.curfew.delegation.yaml.BadYaml;
import dev.curfew.delegation.yaml.YamlTree;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import io.spiffe.spiffeid.SpiffeId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Grants as YAML that no system keeps but people know of: a key that was handed over, an agreement.
 * Pure; failures name the line.
 */
public final class DeclaredText {
    private static final Set<String> FIELDS =
            Set.of(
                    "id",
                    "kind",
                    "from",
                    "to",
                    "action",
                    "scope",
                    "task",
                    "parent",
                    "not-before",
                    "not-after");
    private static final Map<String, Grant.Kind> KINDS =
            Map.of(
                    "delegates", Grant.Kind.DELEGATES,
                    "uses", Grant.Kind.USES,
                    "standing", Grant.Kind.STANDING,
                    "answers-for", Grant.Kind.ANSWERS_FOR);

    private DeclaredText() {}

    /**
     * @param name what the text is known by: failures and grants name it
     */
    public static Outcome<Added.Declared> read(String text, String name) {
        try {
            return Outcome.ok(new Added.Declared(name, grants(text, name)));
        } catch (BadYaml e) {
            return e.in(name);
        }
    }

    private static List<Grant> grants(String text, String name) throws BadYaml {
        YamlTree tree = YamlTree.read(text);
        Map<String, YamlTree> fields = tree.fields(Set.of("version", "grants"));
        needed(tree, fields, "version").number(1, 1);
        Map<String, Grant> grants = new LinkedHashMap<>();
        List<YamlTree> items = needed(tree, fields, "grants").items();
        for (YamlTree item : items) {
            Map<String, YamlTree> grant = item.fields(FIELDS);
            YamlTree own = grant.get("id");
            String id = own == null ? "no. " + (grants.size() + 1) : own.text();
            if (grants.put(id, grant(item, grant, id, name)) != null) {
                throw new BadYaml(item, "another grant has the id " + id + " too");
            }
        }
        for (YamlTree item : items) {
            YamlTree parent = item.fields().get("parent");
            if (parent != null && !grants.containsKey(parent.text())) {
                throw new BadYaml(parent, "no grant here has the id " + parent.text());
            }
        }
        return new ArrayList<>(grants.values());
    }

    private static Grant grant(YamlTree item, Map<String, YamlTree> fields, String id, String name)
            throws BadYaml {
        Party from = party(needed(item, fields, "from"));
        Party to = party(needed(item, fields, "to"));
        Grant.Kind kind = kind(fields, to);
        YamlTree action = fields.get("action");
        if (action != null && !to.kind().isTarget()) {
            throw new BadYaml(action, "an action is for a tool or a dataset");
        }
        YamlTree parent = fields.get("parent");
        Hop hop =
                Hop.UNKNOWN
                        .with(
                                parent == null
                                        ? Lineage.UNKNOWN
                                        : Lineage.below(id(name, parent.text())))
                        .with(validity(fields));
        Optional<Scope> scope = scope(fields, to, action);
        if (scope.isPresent()) {
            hop = hop.with(scope.get());
        }
        YamlTree task = fields.get("task");
        if (task != null) {
            hop = hop.under(Party.of(Party.Kind.TASK, task.text()));
        }
        return new Grant(
                id(name, id),
                kind,
                from,
                to,
                action == null ? word(kind) : action.text(),
                hop,
                Source.declared(name, id));
    }

    private static String id(String name, String id) {
        return "declared " + name + " " + id;
    }

    private static Grant.Kind kind(Map<String, YamlTree> fields, Party to) throws BadYaml {
        YamlTree said = fields.get("kind");
        if (said == null) {
            return !to.kind().isTarget()
                    ? Grant.Kind.DELEGATES
                    : fields.containsKey("parent") ? Grant.Kind.USES : Grant.Kind.STANDING;
        }
        Grant.@Nullable Kind kind = KINDS.get(said.text());
        if (kind == null) {
            throw new BadYaml(said, "one of " + among(KINDS.keySet()) + " is expected here");
        }
        return kind;
    }

    private static String word(Grant.Kind kind) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** A SPIFFE ID is an agent's; all else says its kind in front. */
    private static Party party(YamlTree tree) throws BadYaml {
        String text = tree.text();
        if (text.startsWith("spiffe://")) {
            return switch (SpiffeIds.parse(text)) {
                case Ok<SpiffeId>(var id) -> Party.agent(id.toString());
                case Failed<SpiffeId>(var failure) -> throw new BadYaml(tree, failure.detail());
            };
        }
        int colon = text.indexOf(':');
        String word = colon < 0 ? "" : text.substring(0, colon);
        Party.Kind kind =
                Arrays.stream(Party.Kind.values())
                        .filter(one -> one.word().equals(word))
                        .findFirst()
                        .orElseThrow(() ->
                                new BadYaml(
                                        tree,
                                        "a SPIFFE ID, or one of "
                                                + among(words())
                                                + " with a colon and a name is expected here"));
        if (colon == text.length() - 1) {
            throw new BadYaml(tree, "a name is missing behind " + text);
        }
        return Party.of(kind, text.substring(colon + 1));
    }

    private static Set<String> words() {
        return Arrays.stream(Party.Kind.values()).map(Party.Kind::word).collect(Collectors.toSet());
    }

    private static String among(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }

    /** What is said, or the action on what is given; nothing said is not nothing. */
    private static Optional<Scope> scope(
            Map<String, YamlTree> fields, Party to, @Nullable YamlTree action) throws BadYaml {
        YamlTree said = fields.get("scope");
        if (said == null) {
            return action == null
                    ? Optional.empty()
                    : Optional.of(Scope.of(new Permission(action.text(), to.display())));
        }
        List<Permission> permissions = new ArrayList<>();
        for (String one : said.texts()) {
            int blank = one.indexOf(' ');
            permissions.add(
                    blank < 0
                            ? Permission.scope(one)
                            : new Permission(
                                    one.substring(0, blank), one.substring(blank + 1).strip()));
        }
        return Optional.of(Scope.of(permissions));
    }

    private static Validity validity(Map<String, YamlTree> fields) throws BadYaml {
        YamlTree after = fields.get("not-after");
        YamlTree before = fields.get("not-before");
        End end =
                after == null
                        ? End.UNKNOWN
                        : after.text().equals("never") ? End.NEVER : End.at(instant(after));
        return new Validity(
                Optional.empty(),
                before == null ? Optional.empty() : Optional.of(instant(before)),
                end,
                false);
    }

    private static Instant instant(YamlTree tree) throws BadYaml {
        try {
            return Instant.parse(tree.text());
        } catch (DateTimeException e) {
            throw new BadYaml(
                    tree, "a time as 2026-12-31T18:00:00Z is expected here, or never for an end");
        }
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
