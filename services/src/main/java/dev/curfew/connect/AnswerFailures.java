package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import io.grpc.Status;
import io.grpc.Status.Code;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a server's answer means: the first rule that fits. Several mistakes of the caller come as
 * INTERNAL from SPIRE, so its texts count, not the code alone (measured on 1.13.0 and 1.14.5).
 */
final class AnswerFailures {
    private static final Set<String> LOCAL_SERVICES =
            Set.of(
                    "spire.api.server.debug.v1.Debug",
                    "spire.api.server.logger.v1.Logger",
                    "grpc.health.v1.Health");

    /** What SPIRE says when prepare, activate, taint and revoke come in the wrong order. */
    private static final List<String> WRONG_ORDER =
            List.of(
                    "unable to taint current local authority",
                    "only Old local authorities can be tainted",
                    "is already tainted",
                    "no ca found with provided subject key ID",
                    "unexpected authority ID",
                    "only Prepared authorities can be activated",
                    "unable to use current authority",
                    "only Old local authority can be revoked",
                    "it is not possible to revoke an untainted",
                    "no root CA found with provided subject key ID",
                    "no JWT Key found with provided key ID");

    private static final Set<Code> CODES_OF_WRONG_ORDER =
            EnumSet.of(Code.INVALID_ARGUMENT, Code.INTERNAL, Code.FAILED_PRECONDITION);

    private static final Set<Code> CODES_OF_REFUSAL =
            EnumSet.of(
                    Code.INVALID_ARGUMENT,
                    Code.FAILED_PRECONDITION,
                    Code.INTERNAL,
                    Code.OUT_OF_RANGE,
                    Code.ABORTED,
                    Code.DATA_LOSS,
                    Code.UNKNOWN);

    private static final List<Rule> RULES =
            List.of(
                    new Rule(Reason.NOT_ADMIN, Code.PERMISSION_DENIED),
                    new Rule(Reason.CREDENTIAL_REFUSED, AnswerFailures::isUnauthenticated),
                    new Rule(Reason.LOCAL_ONLY, AnswerFailures::isLocalOnly),
                    new Rule(Reason.OLDER_SERVER, Code.UNIMPLEMENTED),
                    new Rule(Reason.NOT_FOUND, Code.NOT_FOUND),
                    new Rule(Reason.ALREADY_EXISTS, Code.ALREADY_EXISTS),
                    new Rule(Reason.REFUSED, AnswerFailures::isRateLimit),
                    new Rule(Reason.TOO_LARGE, Code.RESOURCE_EXHAUSTED),
                    new Rule(Reason.WRONG_ORDER, AnswerFailures::isWrongOrder),
                    new Rule(Reason.REFUSED, a -> CODES_OF_REFUSAL.contains(a.code)),
                    new Rule(Reason.CANCELLED, Code.CANCELLED));

    private AnswerFailures() {}

    static Optional<Failure> find(Status status, CallContext call) {
        String description = status.getDescription();
        String text = description == null ? "" : description;
        Answer answer = new Answer(status.getCode(), text, call);
        for (Rule rule : RULES) {
            if (rule.fits.test(answer)) {
                String detail = text.isEmpty() ? status.getCode().name() : text;
                return Optional.of(new Failure(rule.reason, subject(rule.reason, call), detail));
            }
        }
        return Optional.empty();
    }

    /** A refused certificate concerns the server, everything else what was asked for. */
    private static String subject(Reason reason, CallContext call) {
        return reason == Reason.CREDENTIAL_REFUSED ? call.target() : call.subject();
    }

    private static boolean isUnauthenticated(Answer answer) {
        return answer.code == Code.UNAUTHENTICATED;
    }

    private static boolean isLocalOnly(Answer answer) {
        return answer.code == Code.UNIMPLEMENTED
                && !answer.call.local()
                && LOCAL_SERVICES.contains(answer.call.service());
    }

    /** Too many calls, not too large an answer: halving pages would not help. */
    private static boolean isRateLimit(Answer answer) {
        return answer.code == Code.RESOURCE_EXHAUSTED
                && (answer.text.contains("rate limit")
                        || answer.text.contains("Bandwidth exhausted"));
    }

    private static boolean isWrongOrder(Answer answer) {
        return CODES_OF_WRONG_ORDER.contains(answer.code)
                && WRONG_ORDER.stream().anyMatch(answer.text::contains);
    }

    private record Answer(Code code, String text, CallContext call) {}

    private record Rule(Reason reason, Predicate<Answer> fits) {
        Rule(Reason reason, Code code) {
            this(reason, answer -> answer.code == code);
        }
    }
}
