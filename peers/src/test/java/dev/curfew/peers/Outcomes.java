package dev.curfew.peers;

import dev.curfew.connect.Secrets;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.ItemResult;
import java.util.List;

/** Takes outcomes apart where a test knows which one it is. */
final class Outcomes {
    /** Nothing here is behind a passphrase. */
    static final Secrets NO_SECRETS =
            (reference, purpose) -> Outcome.failed(Reason.CREDENTIAL_UNREADABLE, purpose, "");

    private Outcomes() {}

    static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(var value) -> value;
            case Outcome.Failed<T>(var failure) -> throw new AssertionError(failure);
        };
    }

    static <T> Failure failure(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(var value) -> throw new AssertionError("it gave " + value);
            case Outcome.Failed<T>(var failure) -> failure;
        };
    }

    static <T> List<T> values(List<ItemResult<T>> results) {
        return results.stream().map(result -> value(result.outcome())).toList();
    }
}
