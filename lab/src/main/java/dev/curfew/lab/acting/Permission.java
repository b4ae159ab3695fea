package dev.curfew.lab.acting;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.curfew.lab.call.Denial;
import dev.curfew.lab.policy.PolicyNames;
import dev.curfew.wire.openfga.CheckRequest;
import dev.curfew.wire.openfga.CheckRequestTupleKey;
import dev.curfew.wire.openfga.ConsistencyPreference;
import dev.curfew.wire.openfga.OpenFGAServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks the policy backend before each call of a tool. Without an answer there is no call. Any
 * thread may call.
 */
final class Permission implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final ManagedChannel channel;
    private final String store;

    Permission(LabActivity.Policy policy) {
        this.channel =
                NettyChannelBuilder.forAddress(policy.address())
                        .usePlaintext()
                        .executor(Runnable::run)
                        .build();
        this.store = policy.store();
    }

    /** Why the call is not to be made; empty if it may, or if no tool is called. Blocks. */
    Optional<Denial> refusal(Lane lane, Instant now) {
        if (!Cast.isTool(lane.to())) {
            return Optional.empty();
        }
        try {
            var answer =
                    OpenFGAServiceGrpc.newBlockingStub(channel)
                            .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .check(question(lane, now));
            return answer.getAllowed() ? Optional.empty() : Optional.of(Denial.NOT_GRANTED);
        } catch (StatusRuntimeException e) {
            return Optional.of(Denial.NO_DECISION);
        }
    }

    private CheckRequest question(Lane lane, Instant now) {
        return CheckRequest.newBuilder()
                .setStoreId(store)
                .setTupleKey(
                        CheckRequestTupleKey.newBuilder()
                                .setUser(PolicyNames.agent(lane.from()))
                                .setRelation("can_use")
                                .setObject(PolicyNames.tool(lane.to())))
                .setContext(
                        Struct.newBuilder()
                                .putFields(
                                        "current_time",
                                        Value.newBuilder().setStringValue(now.toString()).build()))
                .setConsistency(ConsistencyPreference.HIGHER_CONSISTENCY)
                .build();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
