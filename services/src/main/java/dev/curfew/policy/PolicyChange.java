package dev.curfew.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that was written or deleted.
 *
 * @param at by the backend's clock; empty: it does not say
 * @param actor who did it, where a backend keeps that
 */
public record PolicyChange(
        Relationship relationship, Kind kind, Optional<Instant> at, Optional<String> actor) {
    public enum Kind {
        WRITTEN,
        DELETED
    }

    /**
     * @param next where to go on; the same as before: nothing new until now
     */
    public record Page(List<PolicyChange> changes, String next) {}
}
