package dev.curfew.lab.policy;

import dev.curfew.wire.openfga.CheckError;
import dev.curfew.wire.openfga.ErrorCode;
import io.grpc.Status;
import java.util.Optional;

/** A request that is refused, with the real server's text. */
final class PolicyRefusal extends RuntimeException {
    private final Status.Code code;
    private final Optional<ErrorCode> number;

    private PolicyRefusal(Status.Code code, Optional<ErrorCode> number, String message) {
        super(message, null, false, false);
        this.code = code;
        this.number = number;
    }

    /**
     * For what was asked. The real server puts the number itself where gRPC has its codes. A server
     * in Java cannot, and a client in Java reads {@code UNKNOWN} and the text from either.
     */
    static PolicyRefusal of(ErrorCode number, String message) {
        return new PolicyRefusal(Status.Code.UNKNOWN, Optional.of(number), message);
    }

    /** The number most refusals have. */
    static PolicyRefusal invalid(String message) {
        return of(ErrorCode.validation_error, message);
    }

    /** For the form of the request, before anybody looks at what it says. */
    static PolicyRefusal malformed(String message) {
        return new PolicyRefusal(Status.Code.INVALID_ARGUMENT, Optional.empty(), message);
    }

    /** Another writer would have had to agree. */
    static PolicyRefusal conflict(String message) {
        return new PolicyRefusal(Status.Code.ABORTED, Optional.empty(), message);
    }

    /** Its number is none of {@link ErrorCode}. */
    static PolicyRefusal noSuchStore() {
        return new PolicyRefusal(Status.Code.UNKNOWN, Optional.empty(), "Store ID not found");
    }

    static PolicyRefusal noSuchModel(String id) {
        return of(
                ErrorCode.authorization_model_not_found,
                "Authorization Model '%s' not found".formatted(id));
    }

    static PolicyRefusal tooDeep() {
        return of(
                ErrorCode.authorization_model_resolution_too_complex,
                "Authorization Model resolution required too many rewrite rules to be resolved."
                        + " Check your authorization model for infinite recursion or too much"
                        + " nesting");
    }

    Status status() {
        return code.toStatus().withDescription(getMessage());
    }

    /** The same as the result of one check of a batch. */
    CheckError item() {
        var error = CheckError.newBuilder().setMessage(text());
        number.ifPresent(error::setInputError);
        return error.build();
    }

    /**
     * The same where it answers one question alone: the real server loses the tuple it speaks of
     * and says so.
     */
    PolicyRefusal outsideABatch() {
        return number.filter(ErrorCode.invalid_tuple::equals).isEmpty()
                ? this
                : of(ErrorCode.invalid_tuple, "Invalid tuple '%!s(<nil>)'. Reason: " + text());
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
