package dev.curfew.exposure;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
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

    /** What is unknown is the latest of all; between equals the terms decide, in any one way. */
    private static final Comparator<Bound> BY_TIME =
            Comparator.comparing((Bound bound) -> bound.at().orElse(Instant.MAX))
                    .thenComparing(bound -> bound.at().isEmpty())
                    .thenComparing(bound -> bound.terms().toString());

    public Bound {
        terms = List.copyOf(terms);
    }

    /**
     * {@code start} plus all that adds, but not beyond the earliest cap. With a summand that nobody
     * knows only a cap is left, and without one nothing.
     */
    static Bound of(Instant start, List<Term> terms) {
        Optional<Instant> earliestCap =
                terms.stream().flatMap(term -> term.cap().stream()).min(Instant::compareTo);
        if (terms.stream().anyMatch(Term::isUnknown)) {
            return new Bound(earliestCap.map(Bound::roundedUp), terms);
        }
        Duration sum =
                terms.stream()
                        .flatMap(term -> term.amount().stream())
                        .reduce(Duration.ZERO, Duration::plus);
        Instant uncapped = start.plus(sum);
        return new Bound(
                Optional.of(roundedUp(earliestCap.filter(uncapped::isAfter).orElse(uncapped))),
                terms);
    }

    /** No bound, and why. */
    static Bound unknown(String... keys) {
        return new Bound(Optional.empty(), Arrays.stream(keys).map(Term::unknown).toList());
    }

    /** The later of the two; what is not known is later than anything. */
    public static Bound latest(Bound one, Bound other) {
        return BY_TIME.compare(one, other) >= 0 ? one : other;
    }

    /** Whole seconds are shown, and a bound is never shown too early. */
    private static Instant roundedUp(Instant at) {
        return at.getNano() == 0 ? at : at.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }
}
