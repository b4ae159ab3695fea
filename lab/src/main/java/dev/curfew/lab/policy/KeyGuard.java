package dev.curfew.lab.policy;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/** Lets in only who shows the preshared key. */
final class KeyGuard implements ServerInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final String BEARER = "bearer ";

    private final byte[] key;

    KeyGuard(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var shown = headers.get(AUTHORIZATION);
        if (shown == null || !shown.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return refuse(call, "missing bearer token");
        }
        var token = shown.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(key, token)
                ? next.startCall(call, headers)
                : refuse(call, "unauthenticated");
    }

    /** The real server's number for it is none of gRPC's, see {@link PolicyRefusal#of}. */
    private static <Q> ServerCall.Listener<Q> refuse(ServerCall<Q, ?> call, String why) {
        call.close(Status.UNKNOWN.withDescription(why), new Metadata());
        return new ServerCall.Listener<>() {};
    }
}
