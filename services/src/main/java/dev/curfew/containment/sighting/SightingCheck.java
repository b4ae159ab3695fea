package dev.curfew.containment.sighting;

import dev.curfew.containment.sighting.Sighting.Verdict;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.probe.DeclaredEndpoint;
import dev.curfew.probe.Presented;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a look at an endpoint says of a bound. Pure.
 *
 * @param bound by when the last certificate from before is dead; empty: no bound
 * @param shortened the life of what is still issued; empty: nothing is to be issued any more
 */
public record SightingCheck(Optional<Instant> bound, Optional<Duration> shortened) {
    /** SPIRE dates certificates back by 10 s; the rest is for clocks that differ. */
    private static final Duration BACKDATED = Duration.ofSeconds(30);

    /**
     * @param at when it was looked, on our clock
     */
    public Sighting of(DeclaredEndpoint declared, Outcome<Presented> looked, Instant at) {
        return switch (looked) {
            case Failed<Presented>(var why) ->
                    new Sighting(
                            at,
                            declared,
                            Verdict.PROVES_NOTHING,
                            Optional.empty(),
                            bound,
                            Optional.of(why));
            case Ok<Presented>(var seen) ->
                    new Sighting(
                            at,
                            declared,
                            verdict(declared, seen),
                            Optional.of(seen),
                            bound,
                            Optional.empty());
        };
    }

    private Verdict verdict(DeclaredEndpoint declared, Presented seen) {
        if (!seen.id().equals(declared.id())) {
            return Verdict.OTHER_IDENTITY;
        }
        return switch (seen.acceptance()) {
            case EXPIRED -> Verdict.EXPIRED;
            case UNTRUSTED -> Verdict.NOT_TRUSTED;
            case NOT_YET_VALID -> Verdict.NOT_CHECKED;
            case NOT_CHECKED -> outlives(seen) ? Verdict.OUTLIVES_BOUND : Verdict.NOT_CHECKED;
            case ACCEPTED -> outlives(seen) ? Verdict.OUTLIVES_BOUND : Verdict.STILL_PRESENTED;
        };
    }

    /** Where issuing goes on, a new short certificate after the bound is as wanted. */
    private boolean outlives(Presented seen) {
        Duration life = Duration.between(seen.notBefore(), seen.notAfter());
        boolean asShortened =
                shortened.filter(s -> life.compareTo(s.plus(BACKDATED)) <= 0).isPresent();
        return bound.isPresent() && seen.notAfter().isAfter(bound.get()) && !asShortened;
    }
}
