package dev.curfew.peers;

import dev.curfew.connect.BackendConnection;
import dev.curfew.connect.SecretRef;
import dev.curfew.connect.ServerAddress;
import dev.curfew.policy.PolicyCondition;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.Relationship;
import dev.curfew.wire.openfga.CreateStoreRequest;
import dev.curfew.wire.openfga.OpenFGAServiceGrpc;
import dev.curfew.wire.openfga.RelationshipCondition;
import dev.curfew.wire.openfga.TupleKey;
import dev.curfew.wire.openfga.WriteRequest;
import dev.curfew.wire.openfga.WriteRequestWrites;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whatever speaks OpenFGA's API, keyed and not encrypted; each place in it is a store. */
final class OpenFgaPeer implements PolicyPeer {
    private static final int A_WRITE = 100;

    private final ServerAddress.Tcp address;
    private final Runnable stop;
    private final ManagedChannel channel;
    private final OpenFGAServiceGrpc.OpenFGAServiceBlockingStub stub;
    private String store = "";

    OpenFgaPeer(ServerAddress.Tcp address, Runnable stop) {
        this.address = address;
        this.stop = stop;
        channel =
                NettyChannelBuilder.forAddress(address.host(), address.port())
                        .usePlaintext()
                        .build();
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + KEY);
        stub =
                OpenFGAServiceGrpc.newBlockingStub(channel)
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    @Override
    public PolicyProfile fresh() {
        store = stub.createStore(CreateStoreRequest.newBuilder().setName("a test").build()).getId();
        stub.writeAuthorizationModel(AgentsModel.in(store));
        return profile(store);
    }

    PolicyProfile profile(String ofStore) {
        return PolicyProfile.of(
                "fga",
                new PolicyTarget(PolicyKind.OPENFGA, address, Optional.of(ofStore)),
                new BackendConnection.Tls.Plaintext(),
                new BackendConnection.Key.Bearer(new SecretRef.Prompt()));
    }

    OpenFGAServiceGrpc.OpenFGAServiceBlockingStub wire() {
        return stub;
    }

    String store() {
        return store;
    }

    @Override
    public void write(List<Relationship> relationships) {
        for (int from = 0; from < relationships.size(); from += A_WRITE) {
            WriteRequestWrites.Builder writes = WriteRequestWrites.newBuilder();
            relationships
                    .subList(from, Math.min(relationships.size(), from + A_WRITE))
                    .forEach(one -> writes.addTupleKeys(tuple(one)));
            stub.write(WriteRequest.newBuilder().setStoreId(store).setWrites(writes).build());
        }
    }

    private static TupleKey tuple(Relationship one) {
        TupleKey.Builder key =
                TupleKey.newBuilder()
                        .setObject(one.resource().display())
                        .setRelation(one.relation())
                        .setUser(one.subject().display());
        one.condition()
                .ifPresent(condition -> {
                    RelationshipCondition.Builder built =
                            RelationshipCondition.newBuilder().setName(condition.name());
                    condition
                            .values()
                            .forEach((name, value) ->
                                    built.getContextBuilder()
                                            .putFields(
                                                    name,
                                                    com.google.protobuf.Value.newBuilder()
                                                            .setStringValue(value)
                                                            .build()));
                    key.setCondition(built);
                });
        return key.build();
    }

    @Override
    public Relationship lease(String delegation, Instant until) {
        return new Relationship(
                new PolicyEntity("delegation", delegation),
                "lease_a",
                PolicySubject.of(new PolicyEntity("agent", "*")),
                Optional.of(
                        new PolicyCondition("live_until", Map.of("not_after", until.toString()))),
                Optional.of(until));
    }

    @Override
    public void close() {
        channel.shutdownNow();
        stop.run();
    }
}
