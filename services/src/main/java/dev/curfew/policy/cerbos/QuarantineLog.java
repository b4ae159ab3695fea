package dev.curfew.policy.cerbos;

import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Decision.Verdict;
import dev.curfew.policy.LoggedDecision;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.QuarantineTrace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds in the decisions about one principal since when its quarantine holds, and what was allowed
 * all the same. Goes by the server's clock alone, so that it does not matter how far that is from
 * ours. Pure.
 */
final class QuarantineLog {
    private QuarantineLog() {}

    /**
     * @param log the decisions about this principal
     */
    static QuarantineTrace of(LoggedDecision.Log log, PolicyEntity subject) {
        String policy = Quarantining.policy(subject);
        AccessQuestion asked = Quarantining.anything(subject);
        Optional<Instant> since = Optional.empty();
        List<LoggedDecision> allowed = new ArrayList<>();
        for (LoggedDecision one : log.entries().reversed()) {
            boolean byQuarantine = one.verdict() == Verdict.DENIED && one.because().equals(policy);
            boolean isOurs =
                    one.action().equals(asked.action())
                            && one.resource().type().equals(asked.resource().type());
            if (byQuarantine) {
                since = since.or(() -> Optional.of(one.at()));
            } else if (isOurs) {
                // We asked, and it did not answer: what is seen before is of an older one.
                since = Optional.empty();
                allowed.clear();
            } else if (one.verdict() == Verdict.ALLOWED
                    && since.filter(one.at()::isAfter).isPresent()) {
                allowed.add(one);
            }
        }
        return new QuarantineTrace(log.whole() ? since : Optional.empty(), allowed);
    }
}
