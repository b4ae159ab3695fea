package dev.curfew.policy.openfga;

import dev.curfew.wire.openfga.AuthorizationModel;
import dev.curfew.wire.openfga.Condition;
import dev.curfew.wire.openfga.ConditionParamTypeRef;
import dev.curfew.wire.openfga.ConditionParamTypeRef.TypeName;
import dev.curfew.wire.openfga.DirectUserset;
import dev.curfew.wire.openfga.Metadata;
import dev.curfew.wire.openfga.ObjectRelation;
import dev.curfew.wire.openfga.RelationMetadata;
import dev.curfew.wire.openfga.RelationReference;
import dev.curfew.wire.openfga.TupleToUserset;
import dev.curfew.wire.openfga.TypeDefinition;
import dev.curfew.wire.openfga.Userset;
import dev.curfew.wire.openfga.Usersets;
import dev.curfew.wire.openfga.Wildcard;
import java.util.Arrays;

/** Small models for tests. */
final class Rules {
    private final TypeDefinition.Builder type = TypeDefinition.newBuilder();
    private final Metadata.Builder metadata = Metadata.newBuilder();

    private Rules(String name) {
        type.setType(name);
    }

    static Rules type(String name) {
        return new Rules(name);
    }

    Rules define(String relation, Userset rule, RelationReference... subjects) {
        type.putRelations(relation, rule);
        metadata.putRelations(
                relation,
                RelationMetadata.newBuilder()
                        .addAllDirectlyRelatedUserTypes(Arrays.asList(subjects))
                        .build());
        return this;
    }

    TypeDefinition build() {
        return type.setMetadata(metadata).build();
    }

    static AuthorizationModel model(TypeDefinition... types) {
        return AuthorizationModel.newBuilder()
                .setId("01ARZ3NDEKTSV4RRFFQ69G5FAV")
                .setSchemaVersion("1.1")
                .addAllTypeDefinitions(Arrays.asList(types))
                .putConditions("live_until", condition("live_until", "current_time < not_after"))
                .build();
    }

    static Condition condition(String name, String expression) {
        ConditionParamTypeRef timestamp =
                ConditionParamTypeRef.newBuilder()
                        .setTypeName(TypeName.TYPE_NAME_TIMESTAMP)
                        .build();
        return Condition.newBuilder()
                .setName(name)
                .setExpression(expression)
                .putParameters("current_time", timestamp)
                .putParameters("not_after", timestamp)
                .build();
    }

    static Userset kept() {
        return Userset.newBuilder().setThis(DirectUserset.getDefaultInstance()).build();
    }

    static Userset as(String relation) {
        return Userset.newBuilder()
                .setComputedUserset(ObjectRelation.newBuilder().setRelation(relation))
                .build();
    }

    static Userset from(String relation, String pointer) {
        return Userset.newBuilder()
                .setTupleToUserset(
                        TupleToUserset.newBuilder()
                                .setTupleset(ObjectRelation.newBuilder().setRelation(pointer))
                                .setComputedUserset(
                                        ObjectRelation.newBuilder().setRelation(relation)))
                .build();
    }

    static Userset or(Userset... parts) {
        return Userset.newBuilder()
                .setUnion(Usersets.newBuilder().addAllChild(Arrays.asList(parts)))
                .build();
    }

    static Userset and(Userset... parts) {
        return Userset.newBuilder()
                .setIntersection(Usersets.newBuilder().addAllChild(Arrays.asList(parts)))
                .build();
    }

    static RelationReference one(String type) {
        return RelationReference.newBuilder().setType(type).build();
    }

    static RelationReference everyoneUntil(String type) {
        return RelationReference.newBuilder()
                .setType(type)
                .setWildcard(Wildcard.getDefaultInstance())
                .setCondition("live_until")
                .build();
    }
}
