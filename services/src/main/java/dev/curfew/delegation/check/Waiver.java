package dev.curfew.delegation.check;

import java.time.Instant;

/**
 * Somebody has looked at a finding and lets it be for a while.
 *
 * @param key of the finding
 * @param until from then on it is a finding like any other
 */
public record Waiver(String key, String reason, String by, Instant at, Instant until) {
    public boolean isInForce(Instant now) {
        return now.isBefore(until);
    }
}
