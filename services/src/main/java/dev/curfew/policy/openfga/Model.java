package dev.curfew.policy.openfga;

import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.Relationship;
import dev.curfew.wire.openfga.AuthorizationModel;
import dev.curfew.wire.openfga.Condition;
import dev.curfew.wire.openfga.ConditionParamTypeRef.TypeName;
import dev.curfew.wire.openfga.RelationReference;
import dev.curfew.wire.openfga.TypeDefinition;
import dev.curfew.wire.openfga.Userset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An authorization model, as far as Curfew acts on it. Immutable. */
final class Model {
    /** A store without a model: it holds nothing either. */
    static final Model NONE = new Model(AuthorizationModel.getDefaultInstance());

    private final AuthorizationModel wire;
    private final Map<String, TypeDefinition> types = new TreeMap<>();
    private final Map<String, Expiry> expiries = new HashMap<>();

    Model(AuthorizationModel wire) {
        this.wire = wire;
        wire.getTypeDefinitionsList().forEach(type -> types.put(type.getType(), type));
        wire.getConditionsMap()
                .forEach((name, condition) ->
                        Expiry.of(condition).ifPresent(expiry -> expiries.put(name, expiry)));
    }

    Optional<Userset> rule(String type, String relation) {
        return Optional.ofNullable(types.get(type))
                .map(found -> found.getRelationsMap().get(relation));
    }

    /** Who may stand in it directly; empty: it is computed, or there is none. */
    List<RelationReference> subjects(String type, String relation) {
        TypeDefinition found = types.get(type);
        return found == null
                ? List.of()
                : found.getMetadata()
                        .getRelationsOrDefault(
                                relation,
                                dev.curfew.wire.openfga.RelationMetadata.getDefaultInstance())
                        .getDirectlyRelatedUserTypesList();
    }

    Optional<Expiry> expiry(String condition) {
        return Optional.ofNullable(expiries.get(condition));
    }

    Iterable<Expiry> expiries() {
        return expiries.values();
    }

    TypeName parameter(String condition, String name) {
        return Optional.ofNullable(wire.getConditionsMap().get(condition))
                .map(Condition::getParametersMap)
                .map(parameters -> parameters.get(name))
                .map(type -> type.getTypeName())
                .orElse(TypeName.TYPE_NAME_STRING);
    }

    /**
     * The relation that is as good as this one, so that a relationship can move there and back in
     * one transaction: {@code lease_a} and {@code lease_b} with the same subjects, both of them
     * alternatives in the same relation and used nowhere else.
     */
    Optional<String> twin(Relationship one) {
        String type = one.resource().type();
        String relation = one.relation();
        if (!relation.endsWith("_a") && !relation.endsWith("_b")) {
            return Optional.empty();
        }
        String stem = relation.substring(0, relation.length() - 1);
        String other = stem + (relation.endsWith("a") ? "b" : "a");
        List<RelationReference> subjects = subjects(type, relation);
        TypeDefinition definition = types.get(type);
        if (definition == null || subjects.isEmpty() || !subjects.equals(subjects(type, other))) {
            return Optional.empty();
        }
        boolean kept =
                rule(type, relation).filter(Userset::hasThis).isPresent()
                        && rule(type, other).filter(Userset::hasThis).isPresent();
        boolean alternatives =
                definition.getRelationsMap().values().stream()
                        .filter(rule -> mentions(rule, relation) || mentions(rule, other))
                        .allMatch(rule -> mentionsBoth(rule, relation, other));
        boolean used =
                definition.getRelationsMap().values().stream()
                        .anyMatch(rule -> mentionsBoth(rule, relation, other));
        return kept && alternatives && used && !isReachedByArrow(relation, other)
                ? Optional.of(other)
                : Optional.empty();
    }

    /** Whether another object's rule follows one of the two by itself. */
    private boolean isReachedByArrow(String one, String other) {
        return types.values().stream()
                .flatMap(type -> type.getRelationsMap().values().stream())
                .anyMatch(rule -> arrows(rule, one) || arrows(rule, other));
    }

    private static boolean arrows(Userset rule, String relation) {
        return switch (rule.getUsersetCase()) {
            case TUPLE_TO_USERSET ->
                    rule.getTupleToUserset().getTupleset().getRelation().equals(relation)
                            || rule.getTupleToUserset()
                                    .getComputedUserset()
                                    .getRelation()
                                    .equals(relation);
            case UNION ->
                    rule.getUnion().getChildList().stream().anyMatch(c -> arrows(c, relation));
            case INTERSECTION ->
                    rule.getIntersection().getChildList().stream()
                            .anyMatch(c -> arrows(c, relation));
            case DIFFERENCE ->
                    arrows(rule.getDifference().getBase(), relation)
                            || arrows(rule.getDifference().getSubtract(), relation);
            default -> false;
        };
    }

    private static boolean mentions(Userset rule, String relation) {
        return switch (rule.getUsersetCase()) {
            case COMPUTED_USERSET -> rule.getComputedUserset().getRelation().equals(relation);
            case UNION ->
                    rule.getUnion().getChildList().stream().anyMatch(c -> mentions(c, relation));
            case INTERSECTION ->
                    rule.getIntersection().getChildList().stream()
                            .anyMatch(c -> mentions(c, relation));
            case DIFFERENCE ->
                    mentions(rule.getDifference().getBase(), relation)
                            || mentions(rule.getDifference().getSubtract(), relation);
            default -> false;
        };
    }

    /** A union that takes the one for as good as the other. */
    private static boolean mentionsBoth(Userset rule, String one, String other) {
        return rule.hasUnion()
                && isNamed(rule.getUnion().getChildList(), one)
                && isNamed(rule.getUnion().getChildList(), other);
    }

    private static boolean isNamed(List<Userset> children, String relation) {
        return children.stream()
                .anyMatch(child ->
                        child.hasComputedUserset()
                                && child.getComputedUserset().getRelation().equals(relation));
    }

    PolicyModel shown() {
        return new ModelText(wire, types).model();
    }
}
