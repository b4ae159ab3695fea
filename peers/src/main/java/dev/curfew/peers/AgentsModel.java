package dev.curfew.peers;

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
import dev.curfew.wire.openfga.WriteAuthorizationModelRequest;
import java.util.Arrays;

/** Curfew's own model for OpenFGA: agents act by delegations, each hop with a lease. */
public final class AgentsModel {
    private static final String LEASE = "live_until";

    private AgentsModel() {}

    public static WriteAuthorizationModelRequest in(String store) {
        return WriteAuthorizationModelRequest.newBuilder()
                .setStoreId(store)
                .setSchemaVersion("1.1")
                .addTypeDefinitions(type("user"))
                .addTypeDefinitions(type("agent", kept("owner", one("user"))))
                .addTypeDefinitions(
                        type(
                                "delegation",
                                kept("parent", one("delegation")),
                                kept("delegator", one("user"), one("agent")),
                                kept("delegate", one("agent")),
                                kept("root", everyone("")),
                                kept("lease_a", everyone(LEASE)),
                                kept("lease_b", everyone(LEASE)),
                                as("live", or(of("lease_a"), of("lease_b"))),
                                as(
                                        "chain_ok",
                                        and(
                                                of("live"),
                                                or(of("root"), from("chain_ok", "parent")))),
                                as("holder", and(of("delegate"), of("chain_ok")))))
                .addTypeDefinitions(
                        type(
                                "task",
                                kept("initiator", one("user")),
                                kept("via", one("delegation")),
                                as("actor", from("holder", "via"))))
                .addTypeDefinitions(
                        type(
                                "tool",
                                kept("via", one("delegation")),
                                kept("standing", one("agent"), until("agent")),
                                as("can_use", or(from("holder", "via"), of("standing")))))
                .addTypeDefinitions(
                        type(
                                "dataset",
                                kept("read_via", one("delegation")),
                                kept("write_via", one("delegation")),
                                as("can_write", from("holder", "write_via")),
                                as("can_read", or(from("holder", "read_via"), of("can_write")))))
                .putConditions(LEASE, lease())
                .build();
    }

    private record Relation(String name, Userset rule, RelationReference... subjects) {}

    private static TypeDefinition type(String name, Relation... relations) {
        TypeDefinition.Builder type = TypeDefinition.newBuilder().setType(name);
        Metadata.Builder metadata = Metadata.newBuilder();
        for (Relation relation : relations) {
            type.putRelations(relation.name(), relation.rule());
            metadata.putRelations(
                    relation.name(),
                    RelationMetadata.newBuilder()
                            .addAllDirectlyRelatedUserTypes(Arrays.asList(relation.subjects()))
                            .build());
        }
        return type.setMetadata(metadata).build();
    }

    private static Relation kept(String name, RelationReference... subjects) {
        return new Relation(
                name,
                Userset.newBuilder().setThis(DirectUserset.getDefaultInstance()).build(),
                subjects);
    }

    private static Relation as(String name, Userset rule) {
        return new Relation(name, rule);
    }

    private static Userset of(String relation) {
        return Userset.newBuilder()
                .setComputedUserset(ObjectRelation.newBuilder().setRelation(relation))
                .build();
    }

    private static Userset from(String relation, String pointer) {
        return Userset.newBuilder()
                .setTupleToUserset(
                        TupleToUserset.newBuilder()
                                .setTupleset(ObjectRelation.newBuilder().setRelation(pointer))
                                .setComputedUserset(
                                        ObjectRelation.newBuilder().setRelation(relation)))
                .build();
    }

    private static Userset or(Userset... parts) {
        return Userset.newBuilder()
                .setUnion(Usersets.newBuilder().addAllChild(Arrays.asList(parts)))
                .build();
    }

    private static Userset and(Userset... parts) {
        return Userset.newBuilder()
                .setIntersection(Usersets.newBuilder().addAllChild(Arrays.asList(parts)))
                .build();
    }

    private static RelationReference one(String type) {
        return RelationReference.newBuilder().setType(type).build();
    }

    private static RelationReference until(String type) {
        return RelationReference.newBuilder().setType(type).setCondition(LEASE).build();
    }

    private static RelationReference everyone(String condition) {
        return RelationReference.newBuilder()
                .setType("agent")
                .setWildcard(Wildcard.getDefaultInstance())
                .setCondition(condition)
                .build();
    }

    private static Condition lease() {
        ConditionParamTypeRef timestamp =
                ConditionParamTypeRef.newBuilder()
                        .setTypeName(TypeName.TYPE_NAME_TIMESTAMP)
                        .build();
        return Condition.newBuilder()
                .setName(LEASE)
                .setExpression("current_time < not_after")
                .putParameters("current_time", timestamp)
                .putParameters("not_after", timestamp)
                .build();
    }
}
