package dev.curfew.lab.acting;

import dev.curfew.lab.call.Denial;
import java.time.Instant;
import java.util.Optional;

/**
 * One call and what became of it.
 *
 * @param number in the order of the calls, from 1
 * @param at when it was made
 * @param lane who called whom, and how
 * @param denial why it did not go through; empty if it did
 * @param rightful whether, at that moment, an entry at the server entitled both sides to their
 *     identities and neither of their nodes was banned
 */
public record Call(long number, Instant at, Lane lane, Optional<Denial> denial, boolean rightful) {
    /** Whether it went through. */
    public boolean ok() {
        return denial.isEmpty();
    }
}
