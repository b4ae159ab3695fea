package dev.curfew.policy.openfga;

import dev.curfew.policy.PolicyModel;
import dev.curfew.wire.openfga.AuthorizationModel;
import dev.curfew.wire.openfga.Condition;
import dev.curfew.wire.openfga.ConditionParamTypeRef;
import dev.curfew.wire.openfga.RelationReference;
import dev.curfew.wire.openfga.TypeDefinition;
import dev.curfew.wire.openfga.Userset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A model in OpenFGA's own language. */
final class ModelText {
    private final AuthorizationModel wire;
    private final Map<String, TypeDefinition> definitions;

    ModelText(AuthorizationModel wire, Map<String, TypeDefinition> definitions) {
        this.wire = wire;
        this.definitions = definitions;
    }

    PolicyModel model() {
        List<PolicyModel.Type> types = definitions.values().stream().map(this::type).toList();
        return new PolicyModel(wire.getId(), text(types), types);
    }

    private PolicyModel.Type type(TypeDefinition type) {
        List<PolicyModel.Relation> relations = new ArrayList<>();
        new TreeMap<>(type.getRelationsMap())
                .forEach((name, rule) -> {
                    List<String> subjects =
                            type
                                    .getMetadata()
                                    .getRelationsOrDefault(
                                            name,
                                            dev.curfew.wire.openfga.RelationMetadata
                                                    .getDefaultInstance())
                                    .getDirectlyRelatedUserTypesList()
                                    .stream()
                                    .map(ModelText::subject)
                                    .toList();
                    relations.add(
                            new PolicyModel.Relation(name, subjects, rule(rule, subjects, false)));
                });
        return new PolicyModel.Type(type.getType(), relations);
    }

    private static String subject(RelationReference reference) {
        String whom =
                switch (reference.getRelationOrWildcardCase()) {
                    case RELATION -> reference.getType() + "#" + reference.getRelation();
                    case WILDCARD -> reference.getType() + ":*";
                    case RELATIONORWILDCARD_NOT_SET -> reference.getType();
                };
        return reference.getCondition().isEmpty()
                ? whom
                : whom + " with " + reference.getCondition();
    }

    private static String rule(Userset rule, List<String> subjects, boolean inner) {
        return switch (rule.getUsersetCase()) {
            case THIS -> "[" + String.join(", ", subjects) + "]";
            case COMPUTED_USERSET -> rule.getComputedUserset().getRelation();
            case TUPLE_TO_USERSET ->
                    rule.getTupleToUserset().getComputedUserset().getRelation()
                            + " from "
                            + rule.getTupleToUserset().getTupleset().getRelation();
            case UNION -> joined(rule.getUnion().getChildList(), " or ", subjects, inner);
            case INTERSECTION ->
                    joined(rule.getIntersection().getChildList(), " and ", subjects, inner);
            case DIFFERENCE ->
                    joined(
                            List.of(
                                    rule.getDifference().getBase(),
                                    rule.getDifference().getSubtract()),
                            " but not ",
                            subjects,
                            inner);
            case USERSET_NOT_SET -> "";
        };
    }

    private static String joined(
            List<Userset> children, String word, List<String> subjects, boolean inner) {
        String text =
                children.stream()
                        .map(child -> rule(child, subjects, true))
                        .collect(Collectors.joining(word));
        return inner ? "(" + text + ")" : text;
    }

    private String text(List<PolicyModel.Type> types) {
        StringBuilder out =
                new StringBuilder("model\n  schema ").append(wire.getSchemaVersion()).append('\n');
        for (PolicyModel.Type type : types) {
            out.append("\ntype ").append(type.name()).append('\n');
            if (!type.relations().isEmpty()) {
                out.append("  relations\n");
            }
            for (PolicyModel.Relation relation : type.relations()) {
                out.append("    define ").append(relation.name()).append(": ");
                out.append(relation.rule()).append('\n');
            }
        }
        new TreeMap<>(wire.getConditionsMap())
                .forEach((name, condition) ->
                        out.append("\ncondition ")
                                .append(name)
                                .append('(')
                                .append(parameters(condition))
                                .append(") {\n  ")
                                .append(condition.getExpression().strip())
                                .append("\n}\n"));
        return out.toString();
    }

    private static String parameters(Condition condition) {
        return new TreeMap<>(condition.getParametersMap())
                .entrySet().stream()
                        .map(one -> one.getKey() + ": " + type(one.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String type(ConditionParamTypeRef type) {
        String name = type.getTypeName().name().replace("TYPE_NAME_", "").toLowerCase(Locale.ROOT);
        return type.getGenericTypesCount() == 0
                ? name
                : name
                        + type.getGenericTypesList().stream()
                                .map(ModelText::type)
                                .collect(Collectors.joining(", ", "<", ">"));
    }
}
