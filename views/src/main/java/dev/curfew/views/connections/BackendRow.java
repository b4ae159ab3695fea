package dev.curfew.views.connections;

import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.GrantView;
import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyWarning;
import dev.curfew.views.estate.Healths;
import dev.curfew.views.shell.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A policy backend.
 *
 * @param backend empty while it is closed
 */
public record BackendRow(
        PolicyProfile profile,
        Kind kind,
        Optional<BackendEstate> backend,
        Optional<Instant> armedUntil)
        implements ConnectionRow {
    @Override
    public String name() {
        return profile.name();
    }

    @Override
    public String address() {
        return profile.target().address().display();
    }

    @Override
    public Health health() {
        return backend.map(Healths::of).orElse(Health.CLOSED);
    }

    @Override
    public boolean isOpen() {
        return backend.isPresent();
    }

    @Override
    public boolean isUp() {
        return backend.filter(known -> known.link() instanceof Link.Up).isPresent();
    }

    @Override
    public boolean isDown() {
        return backend.filter(known -> known.link() instanceof Link.Down).isPresent();
    }

    @Override
    public Optional<Duration> latency() {
        return backend.flatMap(Healths::latency);
    }

    @Override
    public Optional<Instant> readAt() {
        return grants().flatMap(Reading::readAt);
    }

    List<PolicyWarning> warnings() {
        return backend.map(BackendEstate::warnings).orElse(List.of());
    }

    /** What it was found to keep; empty while nothing was read. */
    Optional<Reading<GrantView>> grants() {
        return backend.map(BackendEstate::grants).filter(Reading::isKnown);
    }

    /** It answers, and has no lever that Curfew could pull. */
    boolean hasNoLever() {
        return isUp() && backend.filter(BackendEstate::canBeChanged).isEmpty();
    }
}
