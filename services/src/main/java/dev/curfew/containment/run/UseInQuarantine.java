package dev.curfew.containment.run;

import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.policy.LoggedDecision;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.QuarantineTrace;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the log of a policy backend shows of identities in quarantine.
 *
 * @param deniedSince of the last of them that is seen there; empty: not all are
 * @param allowed what was allowed to any of them all the same
 */
record UseInQuarantine(Optional<Instant> deniedSince, List<LoggedDecision> allowed) {
    private static final UseInQuarantine UNKNOWN = new UseInQuarantine(Optional.empty(), List.of());
    private static final int MOST_NAMED = 5;

    /** The kind of subject that a workload is to a policy backend. */
    private static final String KIND = "agent";

    /** Blocks. A log that is not kept, or can not be read, says nothing. */
    static UseInQuarantine look(PolicyBackend backend, List<SpiffeId> identities, Instant from) {
        if (!backend.capabilities().contains(PolicyCapability.DECISIONS)) {
            return UNKNOWN;
        }
        Optional<Instant> latest = Optional.empty();
        boolean all = true;
        List<LoggedDecision> allowed = new ArrayList<>();
        for (SpiffeId identity : identities) {
            QuarantineTrace trace =
                    switch (backend.ids()
                            .write(identity)
                            .then(id ->
                                    backend.traceQuarantine(new PolicyEntity(KIND, id), from))) {
                        case Ok<QuarantineTrace>(var seen) -> seen;
                        case Failed<QuarantineTrace> _ -> QuarantineTrace.NONE;
                    };
            allowed.addAll(trace.allowed());
            all = all && trace.since().isPresent();
            Optional<Instant> before = latest;
            latest =
                    trace.since()
                            .filter(at -> before.filter(at::isBefore).isEmpty())
                            .or(() -> before);
        }
        return new UseInQuarantine(all ? latest : Optional.empty(), allowed);
    }

    /** The first few: who did what to what, when by the backend's clock, and under which call. */
    String words() {
        String named =
                allowed.stream()
                        .limit(MOST_NAMED)
                        .map(one ->
                                "%s %s %s:%s at %s (call %s)"
                                        .formatted(
                                                one.principal(),
                                                one.action(),
                                                one.resource().type(),
                                                one.resource().id(),
                                                one.at(),
                                                one.call()))
                        .collect(Collectors.joining(", "));
        int more = allowed.size() - MOST_NAMED;
        return more > 0 ? named + ", and " + more + " more" : named;
    }
}
