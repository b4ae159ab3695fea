package dev.curfew.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A decision that a backend has kept, whoever asked for it.
 *
 * @param at by the backend's clock
 * @param call by which it is found in other logs
 * @param principal who wanted to act, as the backend calls it
 * @param because the policy that decided; may be empty
 */
public record LoggedDecision(
        Instant at,
        String call,
        String principal,
        String action,
        PolicyEntity resource,
        Decision.Verdict verdict,
        String because) {

    /**
     * @param entries the newest first
     * @param whole false: there were more than were wanted, and the oldest are left out
     */
    public record Log(List<LoggedDecision> entries, boolean whole, Instant readAt) {}

    /**
     * Which decisions are wanted.
     *
     * @param principal as the backend calls it; empty: everyone
     * @param most at most so many of the newest
     */
    public record Wanted(Instant from, Instant to, Optional<String> principal, int most) {}
}
