package dev.curfew.lab.authority;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two slots that a server keeps: the active authority, and one that is either prepared or old.
 * Preparing empties the second slot first, so an old authority is out of reach from then on though
 * its root stays in the bundle. One caller at a time; the owner locks.
 */
final class AuthoritySlots<A extends Authority> {
    /** What the second slot holds. */
    enum Status {
        UNKNOWN,
        PREPARED,
        OLD
    }

    private static final Duration LONGEST_PREPARATION = Duration.ofDays(30);
    private static final Duration LONGEST_ACTIVATION = Duration.ofDays(7);

    private A active;
    private @Nullable A next;
    private Status status = Status.UNKNOWN;

    AuthoritySlots(A active) {
        this.active = active;
    }

    A active() {
        return active;
    }

    Status status() {
        return status;
    }

    Optional<A> inStatus(Status wanted) {
        return status == wanted ? Optional.ofNullable(next) : Optional.empty();
    }

    boolean isNext(String id) {
        return next != null && next.id().equals(id);
    }

    void prepare(A authority) {
        next = authority;
        status = Status.PREPARED;
    }

    /** Makes the prepared authority the active one and the active one old. */
    void rotate() {
        var prepared = inStatus(Status.PREPARED).orElseThrow();
        next = active;
        active = prepared;
        status = Status.OLD;
    }

    /** Half of the active one's life is over and nothing is prepared. */
    boolean shouldPrepare(Instant now) {
        return status != Status.PREPARED && now.isAfter(threshold(2, LONGEST_PREPARATION));
    }

    /** Five sixths of the active one's life are over. */
    boolean shouldRotate(Instant now) {
        return status == Status.PREPARED && now.isAfter(threshold(6, LONGEST_ACTIVATION));
    }

    private Instant threshold(int divisor, Duration longest) {
        var part = Duration.between(active.issuedAt(), active.notAfter()).dividedBy(divisor);
        return active.notAfter().minus(part.compareTo(longest) < 0 ? part : longest);
    }
}
