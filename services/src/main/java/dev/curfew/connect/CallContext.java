package dev.curfew.connect;

import io.grpc.MethodDescriptor;

/**
 * What a failed call was, for the sentences about its failure.
 *
 * @param target the server, as {@link ServerAddress#display()} shows it
 * @param method full name, such as {@code spire.api.server.entry.v1.Entry/ListEntries}
 * @param subject what a refusal concerns: the short name of the method, or the entry, node or
 *     bundle that was asked for
 * @param local by the server's own socket, not by TCP
 * @param deadline whether the call had a deadline of ours
 */
public record CallContext(
        String target, String method, String subject, boolean local, Deadline deadline) {

    /** Whose patience ended when a call ran out of time. */
    public enum Deadline {
        OURS,
        NONE
    }

    public static CallContext of(ServerAddress address, String method) {
        return new CallContext(
                address.display(),
                method,
                shortName(method),
                address instanceof ServerAddress.UnixSocket,
                Deadline.OURS);
    }

    public static CallContext of(ServerAddress address, MethodDescriptor<?, ?> method) {
        return of(address, method.getFullMethodName());
    }

    /** The same call, with what it concerns named. */
    public CallContext about(String concerned) {
        return new CallContext(target, method, concerned, local, deadline);
    }

    /** The full name of the service, such as {@code grpc.health.v1.Health}; may be empty. */
    String service() {
        return method.substring(0, Math.max(0, method.lastIndexOf('/')));
    }

    /** {@code Entry/ListEntries}: what people know the method by. */
    static String shortName(String method) {
        int slash = method.lastIndexOf('/');
        return slash < 0 ? method : method.substring(method.lastIndexOf('.', slash) + 1);
    }
}
