package dev.curfew.lab.rpc;

import dev.curfew.wire.spire.types.Status;
import io.grpc.Status.Code;

/** A call or one item of a batch that the server refuses, with the real server's code and text. */
public final class Refusal extends RuntimeException {
    private final Code code;

    /** The code and the whole text. */
    public Refusal(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** INVALID_ARGUMENT. */
    public static Refusal invalid(String message) {
        return new Refusal(Code.INVALID_ARGUMENT, message);
    }

    /** INVALID_ARGUMENT with what was wrong. */
    public static Refusal invalid(String message, Exception cause) {
        return invalid(message + ": " + cause.getMessage());
    }

    /** NOT_FOUND. */
    public static Refusal notFound(String message) {
        return new Refusal(Code.NOT_FOUND, message);
    }

    /** INTERNAL, which the real server uses for several mistakes of the caller. */
    public static Refusal internal(String message) {
        return new Refusal(Code.INTERNAL, message);
    }

    /** INTERNAL with what went wrong. */
    public static Refusal internal(String message, Exception cause) {
        return internal(message + ": " + cause.getMessage());
    }

    /** The code. */
    public Code code() {
        return code;
    }

    /** As the status of one item. */
    public Status toItem() {
        return Status.newBuilder().setCode(code.value()).setMessage(getMessage()).build();
    }

    /** As the status of a call. */
    public io.grpc.Status toCall() {
        return code.toStatus().withDescription(getMessage());
    }
}
