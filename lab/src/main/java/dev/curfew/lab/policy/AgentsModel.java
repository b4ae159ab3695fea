package dev.curfew.lab.policy;

import static dev.curfew.lab.policy.TypeWriter.and;
import static dev.curfew.lab.policy.TypeWriter.everyone;
import static dev.curfew.lab.policy.TypeWriter.from;
import static dev.curfew.lab.policy.TypeWriter.one;
import static dev.curfew.lab.policy.TypeWriter.or;
import static dev.curfew.lab.policy.TypeWriter.the;
import static dev.curfew.lab.policy.TypeWriter.with;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.curfew.wire.openfga.AuthorizationModel;
import dev.curfew.wire.openfga.Condition;
import dev.curfew.wire.openfga.ConditionParamTypeRef;
import dev.curfew.wire.openfga.ConditionParamTypeRef.TypeName;
import dev.curfew.wire.openfga.RelationshipCondition;
import java.time.Instant;

/**
 * Who has delegated what to whom: an object for each hop, which lives while one of its two leases
 * does and the hop above it lives. With two of them a lease can be exchanged in one write.
 */
final class AgentsModel {
    static final String LIVE_UNTIL = "live_until";

    private AgentsModel() {}

    static AuthorizationModel write() {
        var agent = one("agent");
        var delegation = one("delegation");
        var leased = with(everyone("agent"), LIVE_UNTIL);
        return AuthorizationModel.newBuilder()
                .setSchemaVersion("1.1")
                .addTypeDefinitions(new TypeWriter("user").done())
                .addTypeDefinitions(new TypeWriter("agent").define("owner", one("user")).done())
                .addTypeDefinitions(
                        new TypeWriter("delegation")
                                .define("parent", delegation)
                                .define("delegator", one("user"), agent)
                                .define("delegate", agent)
                                .define("root", everyone("agent"))
                                .define("lease_a", leased)
                                .define("lease_b", leased)
                                .define("live", or(the("lease_a"), the("lease_b")))
                                .define(
                                        "chain_ok",
                                        and(
                                                the("live"),
                                                or(the("root"), from("parent", "chain_ok"))))
                                .define("holder", and(the("delegate"), the("chain_ok")))
                                .done())
                .addTypeDefinitions(
                        new TypeWriter("task")
                                .define("initiator", one("user"))
                                .define("via", delegation)
                                .define("actor", from("via", "holder"))
                                .done())
                .addTypeDefinitions(
                        new TypeWriter("tool")
                                .define("via", delegation)
                                .define("standing", agent, with(agent, LIVE_UNTIL))
                                .define("can_use", or(from("via", "holder"), the("standing")))
                                .done())
                .addTypeDefinitions(
                        new TypeWriter("dataset")
                                .define("read_via", delegation)
                                .define("write_via", delegation)
                                .define("can_write", from("write_via", "holder"))
                                .define(
                                        "can_read",
                                        or(from("read_via", "holder"), the("can_write")))
                                .done())
                .putConditions(LIVE_UNTIL, liveUntil())
                .build();
    }

    /** The condition of a tuple that ends. */
    static RelationshipCondition until(Instant end) {
        return RelationshipCondition.newBuilder()
                .setName(LIVE_UNTIL)
                .setContext(
                        Struct.newBuilder()
                                .putFields(
                                        "not_after",
                                        Value.newBuilder().setStringValue(end.toString()).build()))
                .build();
    }

    private static Condition liveUntil() {
        var time =
                ConditionParamTypeRef.newBuilder()
                        .setTypeName(TypeName.TYPE_NAME_TIMESTAMP)
                        .build();
        return Condition.newBuilder()
                .setName(LIVE_UNTIL)
                .setExpression("current_time < not_after")
                .putParameters("current_time", time)
                .putParameters("not_after", time)
                .build();
    }
}
