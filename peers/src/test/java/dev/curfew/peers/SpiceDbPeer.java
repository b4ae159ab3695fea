package dev.curfew.peers;

import com.authzed.api.v1.DeleteRelationshipsRequest;
import com.authzed.api.v1.ObjectReference;
import com.authzed.api.v1.PermissionsServiceGrpc;
import com.authzed.api.v1.RelationshipFilter;
import com.authzed.api.v1.RelationshipUpdate;
import com.authzed.api.v1.SchemaServiceGrpc;
import com.authzed.api.v1.SubjectReference;
import com.authzed.api.v1.WriteRelationshipsRequest;
import com.authzed.api.v1.WriteSchemaRequest;
import com.google.protobuf.Timestamp;
import dev.curfew.connect.BackendConnection;
import dev.curfew.connect.SecretRef;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.Relationship;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A SpiceDB of our own: it is emptied for each test, for it has but one place. */
final class SpiceDbPeer implements PolicyPeer {
    private static final int A_WRITE = 500;

    private static final String SCHEMA =
            """
            use expiration

            definition user {}

            definition agent {
                relation owner: user
            }

            // One hop of a delegation.
            definition delegation {
                relation parent: delegation
                relation delegator: user | agent
                relation delegate: agent
                relation root: agent:*
                relation lease: agent:* with expiration
                permission chain_ok = lease & (root + parent->chain_ok)
                permission holder = delegate & chain_ok
            }

            definition tool {
                relation via: delegation
                relation standing: agent | agent with expiration
                permission can_use = via->holder + standing
            }
            """;

    private final RealSpiceDb server;
    private final ManagedChannel channel;
    private final PermissionsServiceGrpc.PermissionsServiceBlockingStub permissions;
    private final SchemaServiceGrpc.SchemaServiceBlockingStub schema;

    SpiceDbPeer(RealSpiceDb server) {
        this.server = server;
        channel =
                NettyChannelBuilder.forAddress(server.address().host(), server.address().port())
                        .usePlaintext()
                        .build();
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + KEY);
        permissions =
                PermissionsServiceGrpc.newBlockingStub(channel)
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
        schema =
                SchemaServiceGrpc.newBlockingStub(channel)
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
        schema.writeSchema(WriteSchemaRequest.newBuilder().setSchema(SCHEMA).build());
    }

    @Override
    public PolicyProfile fresh() {
        for (String type : List.of("agent", "delegation", "tool")) {
            permissions.deleteRelationships(
                    DeleteRelationshipsRequest.newBuilder()
                            .setRelationshipFilter(
                                    RelationshipFilter.newBuilder().setResourceType(type))
                            .build());
        }
        return profile();
    }

    PolicyProfile profile() {
        return PolicyProfile.of(
                "zed",
                new PolicyTarget(PolicyKind.SPICEDB, server.address(), Optional.empty()),
                new BackendConnection.Tls.Plaintext(),
                new BackendConnection.Key.Bearer(new SecretRef.Prompt()));
    }

    @Override
    public void write(List<Relationship> relationships) {
        for (int from = 0; from < relationships.size(); from += A_WRITE) {
            WriteRelationshipsRequest.Builder request = WriteRelationshipsRequest.newBuilder();
            relationships
                    .subList(from, Math.min(relationships.size(), from + A_WRITE))
                    .forEach(one ->
                            request.addUpdates(
                                    RelationshipUpdate.newBuilder()
                                            .setOperation(
                                                    RelationshipUpdate.Operation.OPERATION_TOUCH)
                                            .setRelationship(wire(one))));
            permissions.writeRelationships(request.build());
        }
    }

    private static com.authzed.api.v1.Relationship wire(Relationship one) {
        com.authzed.api.v1.Relationship.Builder wire =
                com.authzed.api.v1.Relationship.newBuilder()
                        .setResource(wire(one.resource()))
                        .setRelation(one.relation())
                        .setSubject(
                                SubjectReference.newBuilder()
                                        .setObject(wire(one.subject().entity())));
        one.notAfter()
                .ifPresent(end ->
                        wire.setOptionalExpiresAt(
                                Timestamp.newBuilder().setSeconds(end.getEpochSecond())));
        return wire.build();
    }

    private static ObjectReference wire(PolicyEntity entity) {
        return ObjectReference.newBuilder()
                .setObjectType(entity.type())
                .setObjectId(entity.id())
                .build();
    }

    @Override
    public Relationship lease(String delegation, Instant until) {
        return new Relationship(
                new PolicyEntity("delegation", delegation),
                "lease",
                PolicySubject.of(new PolicyEntity("agent", "*")),
                Optional.empty(),
                Optional.of(until));
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.close();
    }
}
