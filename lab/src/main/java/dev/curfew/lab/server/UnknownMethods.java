package dev.curfew.lab.server;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers what is not served with the texts of a Go server, which are not those of a Java one. */
final class UnknownMethods extends HandlerRegistry {
    /** Methods of the real server that an administrator may not call, wherever from. */
    private static final Set<String> NOT_FOR_ADMINISTRATORS =
            Set.of(
                    "spire.api.server.entry.v1.Entry/GetAuthorizedEntries",
                    "spire.api.server.entry.v1.Entry/SyncAuthorizedEntries",
                    "spire.api.server.svid.v1.SVID/BatchNewX509SVID",
                    "spire.api.server.svid.v1.SVID/NewJWTSVID",
                    "spire.api.server.svid.v1.SVID/BatchNewWITSVID",
                    "spire.api.server.svid.v1.SVID/NewDownstreamX509CA",
                    "spire.api.server.agent.v1.Agent/RenewAgent",
                    "spire.api.server.agent.v1.Agent/PostStatus",
                    "spire.api.server.bundle.v1.Bundle/PublishJWTAuthority",
                    "spire.api.server.bundle.v1.Bundle/PublishWITAuthority");

    private final Set<String> services;

    /** For a listener that serves these services. */
    UnknownMethods(Set<String> services) {
        this.services = services;
    }

    @Override
    public ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
        var status = status(name);
        var method =
                MethodDescriptor.<InputStream, InputStream>newBuilder()
                        .setType(MethodType.UNKNOWN)
                        .setFullMethodName(name)
                        .setRequestMarshaller(AsIs.INSTANCE)
                        .setResponseMarshaller(AsIs.INSTANCE)
                        .build();
        return ServerMethodDefinition.create(
                method,
                (call, headers) -> {
                    call.close(status, new Metadata());
                    return new ServerCall.Listener<>() {};
                });
    }

    private Status status(String name) {
        if (NOT_FOR_ADMINISTRATORS.contains(name)) {
            return AccessControl.denied(name);
        }
        if (name.equals("grpc.health.v1.Health/List")
                && services.contains("grpc.health.v1.Health")) {
            return Status.UNIMPLEMENTED.withDescription("method List not implemented");
        }
        var slash = name.lastIndexOf('/');
        var service = slash < 0 ? name : name.substring(0, slash);
        return Status.UNIMPLEMENTED.withDescription(
                services.contains(service)
                        ? "unknown method %s for service %s"
                                .formatted(name.substring(slash + 1), service)
                        : "unknown service " + service);
    }

    private enum AsIs implements MethodDescriptor.Marshaller<InputStream> {
        INSTANCE;

        @Override
        public InputStream stream(InputStream value) {
            return value;
        }

        @Override
        public InputStream parse(InputStream stream) {
            return stream;
        }
    }
}
