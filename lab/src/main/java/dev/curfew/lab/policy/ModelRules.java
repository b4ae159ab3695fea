package dev.curfew.lab.policy;

import dev.curfew.wire.openfga.AuthorizationModel;
import dev.curfew.wire.openfga.ErrorCode;
import dev.curfew.wire.openfga.RelationMetadata;
import dev.curfew.wire.openfga.RelationReference;
import dev.curfew.wire.openfga.TypeDefinition;
import dev.curfew.wire.openfga.Userset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes a model one: everything it names is there. */
final class ModelRules {
    private static final Set<String> VERSIONS = Set.of("1.1", "1.2");

    private final AuthorizationModel model;
    private final Map<String, TypeDefinition> types = new HashMap<>();

    private ModelRules(AuthorizationModel model) {
        this.model = model;
    }

    /**
     * Looks through a model.
     *
     * @throws PolicyRefusal at the first mistake
     */
    static void check(AuthorizationModel model) {
        new ModelRules(model).check();
    }

    private void check() {
        if (!VERSIONS.contains(model.getSchemaVersion())) {
            throw PolicyRefusal.invalid("invalid schema version");
        }
        var names = new HashSet<String>();
        for (var type : model.getTypeDefinitionsList()) {
            if (!names.add(type.getType())) {
                throw invalid("an authorization model cannot contain duplicate types");
            }
            types.put(type.getType(), type);
        }
        model.getConditionsMap()
                .forEach((name, condition) -> {
                    if (!name.equals(condition.getName())) {
                        throw invalid(
                                "condition key '%s' does not match condition name '%s'"
                                        .formatted(name, condition.getName()));
                    }
                });
        types.values().forEach(this::check);
    }

    private static RelationMetadata metadata(TypeDefinition type, String relation) {
        return type.getMetadata()
                .getRelationsOrDefault(relation, RelationMetadata.getDefaultInstance());
    }

    private void check(TypeDefinition type) {
        type.getRelationsMap()
                .forEach((relation, how) -> {
                    check(type.getType(), relation, how);
                    var direct = metadata(type, relation).getDirectlyRelatedUserTypesList();
                    if (!isDirect(how) && !direct.isEmpty()) {
                        throw invalid(
                                "the non-assignable relation '%s' in object type '%s' should not contain a relation type"
                                        .formatted(relation, type.getType()));
                    }
                    if (isDirect(how) && direct.isEmpty()) {
                        throw invalid(
                                "the assignable relation '%s' in object type '%s' must contain at least one relation type"
                                        .formatted(relation, type.getType()));
                    }
                    direct.forEach(one -> check(type.getType(), relation, one));
                });
    }

    private static boolean isDirect(Userset how) {
        return switch (how.getUsersetCase()) {
            case THIS, USERSET_NOT_SET -> true;
            case UNION -> how.getUnion().getChildList().stream().anyMatch(ModelRules::isDirect);
            case INTERSECTION ->
                    how.getIntersection().getChildList().stream().anyMatch(ModelRules::isDirect);
            case DIFFERENCE ->
                    isDirect(how.getDifference().getBase())
                            || isDirect(how.getDifference().getSubtract());
            default -> false;
        };
    }

    private void check(String type, String relation, Userset how) {
        switch (how.getUsersetCase()) {
            case COMPUTED_USERSET -> {
                if (how.getComputedUserset().getRelation().equals(relation)) {
                    throw invalid(
                            "the definition of relation '%s' in object type '%s' is invalid: invalid userset rewrite definition"
                                    .formatted(relation, type));
                }
                if (!has(type, how.getComputedUserset().getRelation())) {
                    throw undefined(type, how.getComputedUserset().getRelation());
                }
            }
            case TUPLE_TO_USERSET -> {
                var tupleset = how.getTupleToUserset().getTupleset().getRelation();
                if (!has(type, tupleset)) {
                    throw undefined(type, tupleset);
                }
                var computed = how.getTupleToUserset().getComputedUserset().getRelation();
                var further =
                        metadata(
                                        types.getOrDefault(
                                                type, TypeDefinition.getDefaultInstance()),
                                        tupleset)
                                .getDirectlyRelatedUserTypesList();
                if (further.stream().noneMatch(one -> has(one.getType(), computed))) {
                    throw invalid(
                            "undefined relation: %s does not appear as a relation in any of the directly related user types [%s]"
                                    .formatted(
                                            computed,
                                            further.stream()
                                                    .map(one -> "type:\"" + one.getType() + "\"")
                                                    .collect(Collectors.joining(" "))));
                }
            }
            case UNION -> how.getUnion().getChildList().forEach(one -> check(type, relation, one));
            case INTERSECTION ->
                    how.getIntersection().getChildList().forEach(one -> check(type, relation, one));
            case DIFFERENCE -> {
                check(type, relation, how.getDifference().getBase());
                check(type, relation, how.getDifference().getSubtract());
            }
            default -> {}
        }
    }

    private void check(String type, String relation, RelationReference who) {
        if (!types.containsKey(who.getType())
                || (!who.getRelation().isEmpty() && !has(who.getType(), who.getRelation()))) {
            throw invalid(
                    "the relation type '%s' on '%s' in object type '%s' is not valid"
                            .formatted(spelt(who), relation, type));
        }
        if (!who.getCondition().isEmpty()
                && !model.getConditionsMap().containsKey(who.getCondition())) {
            throw invalid(
                    "condition %s is undefined for relation %s"
                            .formatted(who.getCondition(), relation));
        }
    }

    private boolean has(String type, String relation) {
        var found = types.get(type);
        return found != null && found.getRelationsMap().containsKey(relation);
    }

    private static String spelt(RelationReference who) {
        return who.getRelation().isEmpty()
                ? who.getType()
                : who.getType() + "#" + who.getRelation();
    }

    private static PolicyRefusal undefined(String type, String relation) {
        return invalid("'%s#%s' relation is undefined".formatted(type, relation));
    }

    private static PolicyRefusal invalid(String message) {
        return PolicyRefusal.of(ErrorCode.invalid_authorization_model, message);
    }
}
