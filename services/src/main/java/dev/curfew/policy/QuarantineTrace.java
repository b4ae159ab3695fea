package dev.curfew.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a backend's own log of decisions shows of a quarantine. Logs are written some time later,
 * and each instance has its own: what is not there proves nothing.
 *
 * @param since the first question that the quarantine has answered, by the backend's clock; empty:
 *     none is seen, or the oldest entries were left out
 * @param allowed what the subject was allowed after the quarantine had answered a question, the
 *     oldest first
 */
public record QuarantineTrace(Optional<Instant> since, List<LoggedDecision> allowed) {
    public static final QuarantineTrace NONE = new QuarantineTrace(Optional.empty(), List.of());

    public QuarantineTrace {
        allowed = List.copyOf(allowed);
    }
}
