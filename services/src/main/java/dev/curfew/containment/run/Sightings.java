package dev.curfew.containment.run;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentRequest;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residual.Kind;
import dev.curfew.containment.residual.Residuals;
import dev.curfew.containment.sighting.Sighting;
import dev.curfew.containment.sighting.SightingCheck;
import dev.curfew.estate.EstateService;
import dev.curfew.outcome.Outcome;
import dev.curfew.probe.DeclaredEndpoint;
import dev.curfew.probe.PresentedChain;
import dev.curfew.probe.PresentedCheck;
import dev.curfew.probe.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks what the endpoints of a containment's targets present. Any thread; blocks. */
final class Sightings {
    private final EstateService estates;
    private final Probe probe;
    private final InstantSource clock;

    Sightings(EstateService estates, Probe probe, InstantSource clock) {
        this.estates = estates;
        this.probe = probe;
        this.clock = clock;
    }

    /** Blocks for the probe's deadline and a reading of the bundle at the most. */
    Sighting look(ContainmentState state, DeclaredEndpoint declared) {
        Outcome<PresentedChain> presented = probe.look(declared.endpoint());
        if (presented instanceof Outcome.Ok<PresentedChain>) {
            // What a peer would say now depends on the bundle as it is now.
            state.plan().connections().forEach(estates::rereadTrust);
        }
        Instant now = clock.instant();
        return new SightingCheck(bound(state, now), shortened(state.plan().request()))
                .of(
                        declared,
                        presented.map(chain -> PresentedCheck.of(chain, estates.estate())),
                        now);
    }

    /** One that counts for all that was done; nothing where a part has none. */
    private static Optional<Instant> bound(ContainmentState state, Instant now) {
        List<Residual> left =
                Residuals.asBounded(state, now).stream()
                        .filter(residual -> residual.kind() == Kind.X509_SVID)
                        .toList();
        boolean allBounded =
                left.stream()
                        .allMatch(residual ->
                                residual.by().isPresent()
                                        && (residual.state() == Residual.State.RUNNING
                                                || residual.state() == Residual.State.ENDED));
        return allBounded
                ? left.stream()
                        .flatMap(residual -> residual.by().stream())
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** Tighten ends nothing: what is issued from now on lives as short as it says. */
    private static Optional<Duration> shortened(ContainmentRequest request) {
        return request.strength() == Strength.TIGHTEN
                ? Optional.of(
                        request.options()
                                .x509Seconds()
                                .map(Duration::ofSeconds)
                                // An expiry leaves the TTL as it is: nothing contradicts then.
                                .orElse(Duration.ofDays(36_500)))
                : Optional.empty();
    }
}
