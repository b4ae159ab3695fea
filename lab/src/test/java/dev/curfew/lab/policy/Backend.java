package dev.curfew.lab.policy;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.curfew.wire.openfga.AuthorizationModel;
import dev.curfew.wire.openfga.CheckRequest;
import dev.curfew.wire.openfga.CheckRequestTupleKey;
import dev.curfew.wire.openfga.ContextualTupleKeys;
import dev.curfew.wire.openfga.CreateStoreRequest;
import dev.curfew.wire.openfga.OpenFGAServiceGrpc;
import dev.curfew.wire.openfga.RelationshipCondition;
import dev.curfew.wire.openfga.TupleKey;
import dev.curfew.wire.openfga.TupleKeyWithoutCondition;
import dev.curfew.wire.openfga.WriteAuthorizationModelRequest;
import dev.curfew.wire.openfga.WriteRequest;
import dev.curfew.wire.openfga.WriteRequestDeletes;
import dev.curfew.wire.openfga.WriteRequestWrites;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store with a model at the lab's backend, in the short words of the tests. With the property
 * {@code openfga} at the real server of that address, to see that it answers the same.
 */
final class Backend implements AutoCloseable {
    /** No time that matters: it is the caller who says what time it is. */
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final @Nullable PolicyDoor door;
    private final ManagedChannel channel;
    final OpenFGAServiceGrpc.OpenFGAServiceBlockingStub calls;
    final String store;

    private Backend() throws IOException {
        var real = System.getProperty("openfga");
        door =
                real == null
                        ? PolicyDoor.open(
                                new Stores(InstantSource.system()),
                                InstantSource.system(),
                                Optional.empty())
                        : null;
        channel =
                NettyChannelBuilder.forAddress(
                                door == null ? address(String.valueOf(real)) : door.address())
                        .usePlaintext()
                        .build();
        calls = OpenFGAServiceGrpc.newBlockingStub(channel);
        store = calls.createStore(CreateStoreRequest.newBuilder().setName("test").build()).getId();
    }

    private static InetSocketAddress address(String text) {
        var colon = text.lastIndexOf(':');
        return new InetSocketAddress(
                text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    static Backend empty() throws IOException {
        return new Backend();
    }

    static Backend of(AuthorizationModel model) throws IOException {
        var backend = new Backend();
        backend.model(model);
        return backend;
    }

    static Backend ofAgents() throws IOException {
        return of(AgentsModel.write());
    }

    String model(AuthorizationModel model) {
        return calls.writeAuthorizationModel(
                        WriteAuthorizationModelRequest.newBuilder()
                                .setStoreId(store)
                                .setSchemaVersion(model.getSchemaVersion())
                                .addAllTypeDefinitions(model.getTypeDefinitionsList())
                                .putAllConditions(model.getConditionsMap())
                                .build())
                .getAuthorizationModelId();
    }

    /**
     * A tuple from one line: {@code object relation user}, with {@code until TIME} if it ends.
     * {@code TIME} is a time of day.
     */
    static TupleKey tuple(String line) {
        var words = line.strip().split(" +");
        var tuple =
                TupleKey.newBuilder().setObject(words[0]).setRelation(words[1]).setUser(words[2]);
        if (words.length == 5) {
            tuple.setCondition(
                    RelationshipCondition.newBuilder()
                            .setName("live_until")
                            .setContext(struct("not_after", day(words[4]))));
        }
        return tuple.build();
    }

    /** Several of them, one a line. */
    static List<TupleKey> tuples(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(Backend::tuple).toList();
    }

    private static String day(String time) {
        return "2026-11-22T" + time + ":00Z";
    }

    static Struct struct(String... pairs) {
        var struct = Struct.newBuilder();
        for (var i = 0; i < pairs.length; i += 2) {
            struct.putFields(pairs[i], Value.newBuilder().setStringValue(pairs[i + 1]).build());
        }
        return struct.build();
    }

    static Struct at(String time) {
        return time.isEmpty() ? Struct.getDefaultInstance() : struct("current_time", day(time));
    }

    static TupleKeyWithoutCondition bare(TupleKey tuple) {
        return TupleKeyWithoutCondition.newBuilder()
                .setObject(tuple.getObject())
                .setRelation(tuple.getRelation())
                .setUser(tuple.getUser())
                .build();
    }

    void write(String lines) {
        calls.write(writing("", lines).build());
    }

    void delete(String lines) {
        calls.write(writing(lines, "").build());
    }

    WriteRequest.Builder writing(String deletes, String writes) {
        var request = WriteRequest.newBuilder().setStoreId(store);
        if (!deletes.isBlank()) {
            request.setDeletes(
                    WriteRequestDeletes.newBuilder()
                            .addAllTupleKeys(tuples(deletes).stream().map(Backend::bare).toList()));
        }
        if (!writes.isBlank()) {
            request.setWrites(WriteRequestWrites.newBuilder().addAllTupleKeys(tuples(writes)));
        }
        return request;
    }

    CheckRequest.Builder asking(String line, String time) {
        var words = line.strip().split(" +");
        return CheckRequest.newBuilder()
                .setStoreId(store)
                .setContext(at(time))
                .setTupleKey(
                        CheckRequestTupleKey.newBuilder()
                                .setUser(words[0])
                                .setRelation(words[1])
                                .setObject(words[2]));
    }

    /** {@code yes}, {@code no}, or the refusal. */
    String check(String line, String time) {
        return check(asking(line, time));
    }

    String check(CheckRequest.Builder asked) {
        return said(() -> calls.check(asked.build()).getAllowed() ? "yes" : "no");
    }

    static ContextualTupleKeys beside(String lines) {
        return ContextualTupleKeys.newBuilder().addAllTupleKeys(tuples(lines)).build();
    }

    /** The answer, or the refusal as {@code CODE text}. */
    static String said(Supplier<?> call) {
        try {
            return String.valueOf(call.get());
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode() + " " + e.getStatus().getDescription();
        }
    }

    static List<String> lines(List<TupleKey> tuples) {
        var lines = new ArrayList<String>();
        for (var tuple : tuples) {
            lines.add(tuple.getObject() + " " + tuple.getRelation() + " " + tuple.getUser());
        }
        return lines;
    }

    @Override
    public void close() {
        channel.shutdownNow();
        if (door != null) {
            door.close();
        }
    }
}
