package dev.curfew.lab.server;

import dev.curfew.lab.entry.EntryStore;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may call over TCP: administrators, by configuration or by an entry, which takes effect with
 * the next call also on an open connection. Anyone may read the server's own bundle.
 */
final class AccessControl implements ServerInterceptor {
    private final Set<SpiffeId> adminIds;
    private final EntryStore entries;

    AccessControl(Set<SpiffeId> adminIds, EntryStore entries) {
        this.adminIds = adminIds;
        this.entries = entries;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var method = call.getMethodDescriptor().getFullMethodName();
        if (method.equals(BundleGrpc.getGetBundleMethod().getFullMethodName())
                || isAdmin(call.getAttributes().get(Callers.SPIFFE_ID))) {
            return next.startCall(call, headers);
        }
        call.close(denied(method), new Metadata());
        return new ServerCall.Listener<>() {};
    }

    static Status denied(String method) {
        return Status.PERMISSION_DENIED.withDescription(
                "authorization denied for method /" + method);
    }

    private boolean isAdmin(@Nullable SpiffeId caller) {
        return caller != null && (adminIds.contains(caller) || entries.isAdmin(caller.toWire()));
    }
}
