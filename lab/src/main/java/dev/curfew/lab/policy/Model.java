package dev.curfew.lab.policy;

import dev.curfew.wire.openfga.AuthorizationModel;
import dev.curfew.wire.openfga.RelationMetadata;
import dev.curfew.wire.openfga.RelationReference;
import dev.curfew.wire.openfga.TypeDefinition;
import dev.curfew.wire.openfga.Userset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An authorization model as it was written, to be looked up in. Immutable. */
final class Model {
    private final AuthorizationModel wire;
    private final Conditions conditions;
    private final Map<String, TypeDefinition> types = new LinkedHashMap<>();
    private final Set<String> tuplesets = new HashSet<>();

    /**
     * Reads it.
     *
     * @throws PolicyRefusal if it has a condition that the lab cannot evaluate
     */
    Model(AuthorizationModel wire) {
        this.wire = wire;
        this.conditions = new Conditions(wire.getConditionsMap());
        for (var type : wire.getTypeDefinitionsList()) {
            types.put(type.getType(), type);
        }
        for (var type : types.values()) {
            type.getRelationsMap().values().forEach(how -> findTuplesets(type.getType(), how));
        }
    }

    AuthorizationModel wire() {
        return wire;
    }

    Conditions conditions() {
        return conditions;
    }

    boolean hasType(String type) {
        return types.containsKey(type);
    }

    /** How a relation comes about; empty if the type has no such relation, or there is no type. */
    Optional<Userset> relation(String type, String relation) {
        return Optional.ofNullable(types.get(type))
                .map(found -> found.getRelationsMap().get(relation));
    }

    /** Who may stand in tuples of a relation. */
    List<RelationReference> restrictions(String type, String relation) {
        var found = types.get(type);
        return found == null
                ? List.of()
                : found.getMetadata()
                        .getRelationsMap()
                        .getOrDefault(relation, RelationMetadata.getDefaultInstance())
                        .getDirectlyRelatedUserTypesList();
    }

    /** Whether another relation follows the tuples of this one to further objects. */
    boolean isTupleset(String type, String relation) {
        return tuplesets.contains(type + "#" + relation);
    }

    private void findTuplesets(String type, Userset how) {
        switch (how.getUsersetCase()) {
            case TUPLE_TO_USERSET ->
                    tuplesets.add(type + "#" + how.getTupleToUserset().getTupleset().getRelation());
            case UNION -> how.getUnion().getChildList().forEach(one -> findTuplesets(type, one));
            case INTERSECTION ->
                    how.getIntersection().getChildList().forEach(one -> findTuplesets(type, one));
            case DIFFERENCE -> {
                findTuplesets(type, how.getDifference().getBase());
                findTuplesets(type, how.getDifference().getSubtract());
            }
            default -> {}
        }
    }

    /**
     * Whether users of this kind could stand in a relation whatever tuples there are; where not,
     * the real server does not look at any tuple.
     */
    boolean leadsTo(String user, String type, String relation) {
        return leadsTo(Names.type(user), Names.relation(user), type, relation, new HashSet<>());
    }

    private boolean leadsTo(
            String userType, String userRelation, String type, String relation, Set<String> seen) {
        if (userType.equals(type) && userRelation.equals(relation)) {
            return true;
        }
        var how = relation(type, relation);
        return how.isPresent()
                && seen.add(type + "#" + relation)
                && leadsThrough(userType, userRelation, type, relation, how.get(), seen);
    }

    private boolean leadsThrough(
            String userType,
            String userRelation,
            String type,
            String relation,
            Userset how,
            Set<String> seen) {
        return switch (how.getUsersetCase()) {
            case THIS, USERSET_NOT_SET ->
                    restrictions(type, relation).stream()
                            .anyMatch(one ->
                                    one.getRelation().isEmpty()
                                            ? userRelation.isEmpty()
                                                    && one.getType().equals(userType)
                                            : leadsTo(
                                                    userType,
                                                    userRelation,
                                                    one.getType(),
                                                    one.getRelation(),
                                                    seen));
            case COMPUTED_USERSET ->
                    leadsTo(
                            userType,
                            userRelation,
                            type,
                            how.getComputedUserset().getRelation(),
                            seen);
            case TUPLE_TO_USERSET ->
                    restrictions(type, how.getTupleToUserset().getTupleset().getRelation()).stream()
                            .anyMatch(one ->
                                    leadsTo(
                                            userType,
                                            userRelation,
                                            one.getType(),
                                            how.getTupleToUserset()
                                                    .getComputedUserset()
                                                    .getRelation(),
                                            seen));
            case UNION ->
                    how.getUnion().getChildList().stream()
                            .anyMatch(one ->
                                    leadsThrough(
                                            userType, userRelation, type, relation, one, seen));
            case INTERSECTION ->
                    how.getIntersection().getChildList().stream()
                            .anyMatch(one ->
                                    leadsThrough(
                                            userType, userRelation, type, relation, one, seen));
            case DIFFERENCE ->
                    leadsThrough(
                            userType,
                            userRelation,
                            type,
                            relation,
                            how.getDifference().getBase(),
                            seen);
        };
    }
}
