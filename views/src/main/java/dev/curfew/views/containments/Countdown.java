package dev.curfew.views.containments;

import dev.curfew.containment.book.Kept;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residual.Kind;
import dev.curfew.containment.residual.Residual.State;
import dev.curfew.containment.run.Proof;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long what a containment is about can still act: of all its servers and kinds the worst. Pure.
 *
 * @param residuals of its target, the longest first
 * @param state the worst of them
 * @param by when the last of it is dead at the latest; empty: no bound is known
 */
public record Countdown(Kept kept, List<Residual> residuals, State state, Optional<Instant> by) {

    public Countdown {
        residuals = List.copyOf(residuals);
    }

    /** Empty for one that ends nothing, or of which nothing was sent. */
    public static Optional<Countdown> of(Kept kept, Instant now) {
        List<Residual> all = kept.ofTarget(now);
        return worst(all).map(worst -> new Countdown(kept, all, worst, latest(all)));
    }

    /** The worst state of several; empty for none. */
    static Optional<State> worst(List<Residual> residuals) {
        return residuals.stream()
                .map(Residual::state)
                .max(Comparator.comparingInt(Countdown::weight));
    }

    private static int weight(State state) {
        return switch (state) {
            case ENDED -> 0;
            case RUNNING -> 1;
            case UNBOUNDED -> 2;
            case UNKNOWN -> 3;
            case REVERTED -> 4;
        };
    }

    /** Of several the latest; empty where one has none. */
    static Optional<Instant> latest(List<Residual> residuals) {
        return residuals.stream().anyMatch(residual -> residual.by().isEmpty())
                ? Optional.empty()
                : residuals.stream()
                        .flatMap(residual -> residual.by().stream())
                        .max(Comparator.naturalOrder());
    }

    List<Residual> of(Kind kind) {
        return residuals.stream().filter(residual -> residual.kind() == kind).toList();
    }

    /** Something can still act, or nobody knows. What we put back ourselves does not count. */
    public boolean isOpen() {
        return state != State.ENDED && kept.restoredBy().isEmpty();
    }

    /** Counts down to a moment. */
    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** The last look at a server after all of it was over; empty: none was made. */
    Optional<Proof> provedAfterEnd() {
        return by.flatMap(end ->
                kept.state().steps().stream()
                        .flatMap(step -> step.proofs().stream())
                        .filter(proof -> !proof.at().isBefore(end))
                        .filter(proof -> proof.verdict() == Proof.Verdict.HOLDS)
                        .max(Comparator.comparing(Proof::at)));
    }

    /** Open ones first, those without an end before all, then the longest; then the newest. */
    static Comparator<Countdown> longestFirst() {
        return Comparator.comparing(Countdown::isOpen)
                .thenComparing(Countdown::openUntil)
                .thenComparing(one -> one.kept().state().startedAt())
                .thenComparing(one -> one.kept().id())
                .reversed();
    }

    private Instant openUntil() {
        return !isOpen() ? Instant.MIN : isRunning() ? by.orElse(Instant.MAX) : Instant.MAX;
    }
}
