package dev.curfew.containment.sighting;

import dev.curfew.outcome.Failure;
import dev.curfew.probe.DeclaredEndpoint;
import dev.curfew.probe.Presented;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One look at an endpoint that an operator declared. Its sentence is {@code sighting.VERDICT}.
 *
 * @param at on our clock
 * @param seen empty: it presented nothing that tells
 * @param bound by when, at that look, the last certificate was to be dead; empty: no bound
 * @param failure why nothing was seen
 */
public record Sighting(
        Instant at,
        DeclaredEndpoint declared,
        Verdict verdict,
        Optional<Presented> seen,
        Optional<Instant> bound,
        Optional<Failure> failure) {
    public enum Verdict {
        /** A peer would let it in, until a moment that no bound contradicts. */
        STILL_PRESENTED,
        /** A peer would let it in for longer than the bound says: the bound is wrong. */
        OUTLIVES_BOUND,
        EXPIRED,
        /** Nothing in the bundle leads to it any more. */
        NOT_TRUSTED,
        /** Not valid yet, or there is no bundle to check it with. */
        NOT_CHECKED,
        /** Somebody else answers there. */
        OTHER_IDENTITY,
        /** It was not reached, speaks no TLS, or names no workload. */
        PROVES_NOTHING
    }

    /** Whether it tells something of the identity. */
    public boolean isConclusive() {
        return verdict != Verdict.PROVES_NOTHING && verdict != Verdict.OTHER_IDENTITY;
    }

    /** For its sentence: endpoint, serial, end of the certificate, identity, bound. */
    public List<String> arguments(java.util.function.Function<Instant, String> time) {
        List<String> arguments = new ArrayList<>();
        arguments.add(declared.endpoint().toString());
        arguments.add(seen.map(Presented::serial).orElse(""));
        arguments.add(seen.map(Presented::notAfter).map(time).orElse(""));
        arguments.add(seen.map(Presented::id).orElse(declared.id()).toString());
        arguments.add(bound.map(time).orElse(""));
        return arguments;
    }

    /** Of each endpoint what was last seen that tells something, in the order of looking. */
    public static List<Sighting> latest(List<Sighting> all) {
        List<Sighting> latest = new ArrayList<>();
        for (Sighting one : all) {
            if (one.isConclusive()) {
                latest.removeIf(older -> older.declared().equals(one.declared()));
                latest.add(one);
            }
        }
        return latest;
    }
}
