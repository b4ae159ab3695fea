package dev.curfew.lab.policy;

import dev.curfew.wire.openfga.Difference;
import dev.curfew.wire.openfga.DirectUserset;
import dev.curfew.wire.openfga.ObjectRelation;
import dev.curfew.wire.openfga.RelationMetadata;
import dev.curfew.wire.openfga.RelationReference;
import dev.curfew.wire.openfga.TupleToUserset;
import dev.curfew.wire.openfga.TypeDefinition;
import dev.curfew.wire.openfga.Userset;
import dev.curfew.wire.openfga.Usersets;
import dev.curfew.wire.openfga.Wildcard;
import java.util.List;

/** One type of a model, in the words of OpenFGA's language for models. */
final class TypeWriter {
    private final TypeDefinition.Builder type;

    TypeWriter(String name) {
        this.type = TypeDefinition.newBuilder().setType(name);
    }

    /** A relation that comes about from others. */
    TypeWriter define(String relation, Userset how) {
        return define(relation, how, new RelationReference[0]);
    }

    /** A relation that has tuples of its own, with who may stand in them. */
    TypeWriter define(String relation, Userset how, RelationReference... who) {
        type.putRelations(relation, how);
        type.getMetadataBuilder()
                .putRelations(
                        relation,
                        RelationMetadata.newBuilder()
                                .addAllDirectlyRelatedUserTypes(List.of(who))
                                .build());
        return this;
    }

    /** A relation that has tuples and nothing else. */
    TypeWriter define(String relation, RelationReference... who) {
        return define(relation, direct(), who);
    }

    TypeDefinition done() {
        return type.build();
    }

    static Userset direct() {
        return Userset.newBuilder().setThis(DirectUserset.getDefaultInstance()).build();
    }

    static Userset the(String relation) {
        return Userset.newBuilder().setComputedUserset(relation(relation)).build();
    }

    static Userset from(String tupleset, String relation) {
        return Userset.newBuilder()
                .setTupleToUserset(
                        TupleToUserset.newBuilder()
                                .setTupleset(relation(tupleset))
                                .setComputedUserset(relation(relation)))
                .build();
    }

    static Userset or(Userset... ways) {
        return Userset.newBuilder()
                .setUnion(Usersets.newBuilder().addAllChild(List.of(ways)))
                .build();
    }

    static Userset and(Userset... ways) {
        return Userset.newBuilder()
                .setIntersection(Usersets.newBuilder().addAllChild(List.of(ways)))
                .build();
    }

    static Userset butNot(Userset base, Userset subtract) {
        return Userset.newBuilder()
                .setDifference(Difference.newBuilder().setBase(base).setSubtract(subtract))
                .build();
    }

    private static ObjectRelation relation(String name) {
        return ObjectRelation.newBuilder().setRelation(name).build();
    }

    static RelationReference one(String type) {
        return RelationReference.newBuilder().setType(type).build();
    }

    static RelationReference those(String type, String relation) {
        return one(type).toBuilder().setRelation(relation).build();
    }

    static RelationReference everyone(String type) {
        return one(type).toBuilder().setWildcard(Wildcard.getDefaultInstance()).build();
    }

    static RelationReference with(RelationReference who, String condition) {
        return who.toBuilder().setCondition(condition).build();
    }
}
