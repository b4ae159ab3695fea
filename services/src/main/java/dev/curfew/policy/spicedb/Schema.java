package dev.curfew.policy.spicedb;

import dev.curfew.policy.PolicyModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a schema's text says about its types, as far as Curfew acts on it. Immutable. */
final class Schema {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    private static final Pattern DEFINITION =
            Pattern.compile("\\bdefinition\\s+([a-z0-9_/]+)\\s*\\{([^{}]*)}");

    private static final Pattern RELATION =
            Pattern.compile(
                    "\\brelation\\s+([a-z0-9_]+)\\s*:"
                            + "(.*?)(?=\\b(?:relation|permission)\\s+[a-z0-9_]+\\s*[:=]|\\z)",
                    Pattern.DOTALL);

    private static final Pattern PERMISSION =
            Pattern.compile(
                    "\\bpermission\\s+([a-z0-9_]+)\\s*(?::[^=]*)?="
                            + "(.*?)(?=\\b(?:relation|permission)\\s+[a-z0-9_]+\\s*[:=]|\\z)",
                    Pattern.DOTALL);

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern EXPIRES = Pattern.compile(".*\\b(with|and) expiration\\b.*");

    private final PolicyModel model;

    private Schema(PolicyModel model) {
        this.model = model;
    }

    static Schema of(String text) {
        List<PolicyModel.Type> types = new ArrayList<>();
        Matcher definition = DEFINITION.matcher(COMMENT.matcher(text).replaceAll(" "));
        while (definition.find()) {
            List<PolicyModel.Relation> relations = new ArrayList<>();
            Matcher relation = RELATION.matcher(definition.group(2));
            while (relation.find()) {
                String rule = oneLine(relation.group(2));
                List<String> subjects =
                        Arrays.stream(rule.split("\\|")).map(String::strip).toList();
                relations.add(new PolicyModel.Relation(relation.group(1), subjects, rule));
            }
            Matcher permission = PERMISSION.matcher(definition.group(2));
            while (permission.find()) {
                relations.add(
                        new PolicyModel.Relation(
                                permission.group(1), List.of(), oneLine(permission.group(2))));
            }
            relations.sort(Comparator.comparing(PolicyModel.Relation::name));
            types.add(new PolicyModel.Type(definition.group(1), List.copyOf(relations)));
        }
        types.sort(Comparator.comparing(PolicyModel.Type::name));
        return new Schema(new PolicyModel("", text, List.copyOf(types)));
    }

    PolicyModel shown() {
        return model;
    }

    List<String> types() {
        return model.types().stream().map(PolicyModel.Type::name).toList();
    }

    boolean mayExpire(String type, String relation) {
        return model.relation(type, relation).stream()
                .flatMap(found -> found.subjects().stream())
                .anyMatch(subject -> EXPIRES.matcher(subject).matches());
    }

    private static String oneLine(String text) {
        return SPACE.matcher(text.strip()).replaceAll(" ");
    }
}
