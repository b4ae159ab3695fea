package dev.curfew.exposure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * By when something is over at the latest.
 *
 * @param at rounded up to a whole second; empty: there is no bound, or nobody knows one
 * @param terms what it is made of, in order; the first sums, then the caps
 */
public record Bound(Optional<Instant> at, List<Term> terms) {
    public static final Bound UNKNOWN = new Bound(Optional.empty(), List.of());

    public Bound {
        terms = List.copyOf(terms);
    }

    /** {@code start} plus all that adds, but not beyond the earliest cap. */
    static Bound of(Instant start, List<Term> terms) {
        Instant sum = start;
        for (Term term : terms) {
            if (term.amount().isPresent()) {
                sum = sum.plus(term.amount().get());
            }
        }
        for (Term term : terms) {
            if (term.cap().isPresent() && term.cap().get().isBefore(sum)) {
                sum = term.cap().get();
            }
        }
        return new Bound(Optional.of(roundedUp(sum)), terms);
    }

    /** The later of the two; what is not known is later than anything. */
    static Bound latest(Bound one, Bound other) {
        return one.at().isEmpty()
                        || (other.at().isPresent() && !other.at().get().isAfter(one.at().get()))
                ? one
                : other;
    }

    /** Whole seconds are shown, and a bound is never shown too early. */
    private static Instant roundedUp(Instant at) {
        return at.getNano() == 0 ? at : at.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }
}
