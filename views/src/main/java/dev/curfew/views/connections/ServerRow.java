package dev.curfew.views.connections;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.estate.Link;
import dev.curfew.estate.ServerEstate;
import dev.curfew.views.estate.Healths;
import dev.curfew.views.shell.Health;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A SPIRE server.
 *
 * @param server empty while it is closed
 */
public record ServerRow(
        ConnectionProfile profile,
        Kind kind,
        Optional<ServerEstate> server,
        Optional<Instant> armedUntil)
        implements ConnectionRow {
    @Override
    public String name() {
        return profile.name();
    }

    @Override
    public String address() {
        return profile.address().display();
    }

    @Override
    public Health health() {
        return server.map(Healths::of).orElse(Health.CLOSED);
    }

    @Override
    public boolean isOpen() {
        return server.isPresent();
    }

    @Override
    public boolean isUp() {
        return server.filter(known -> known.link() instanceof Link.Up).isPresent();
    }

    @Override
    public boolean isDown() {
        return server.filter(known -> known.link() instanceof Link.Down).isPresent();
    }

    @Override
    public Optional<Duration> latency() {
        return server.flatMap(Healths::latency);
    }

    @Override
    public Optional<Instant> readAt() {
        return server.flatMap(ServerEstate::oldestReading);
    }

    /** As the server says, or as it is saved; empty while neither does. */
    public String trustDomain() {
        return server.flatMap(ServerEstate::trustDomain)
                .or(profile::trustDomain)
                .map(TrustDomain::getName)
                .orElse("");
    }
}
