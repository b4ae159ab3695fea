package dev.curfew.views.connections;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.estate.Link;
import dev.curfew.estate.ServerEstate;
import dev.curfew.views.estate.Healths;
import dev.curfew.views.shell.Health;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Instant;
import java.util.Optional;

/**
 * One connection: as it is saved, and what is known of its server.
 *
 * @param kind whose it is
 * @param server empty while it is closed
 */
public record ConnectionRow(
        ConnectionProfile profile,
        Kind kind,
        Optional<ServerEstate> server,
        Optional<Instant> armedUntil) {
    public enum Kind {
        SAVED,
        LAB,
        /** Opened by its address; gone when it is closed. */
        UNSAVED
    }

    public String name() {
        return profile.name();
    }

    public Health health() {
        return server.map(Healths::of).orElse(Health.CLOSED);
    }

    public boolean isOpen() {
        return server.isPresent();
    }

    public boolean isUp() {
        return server.filter(known -> known.link() instanceof Link.Up).isPresent();
    }

    /** As the server says, or as it is saved; empty while neither does. */
    public String trustDomain() {
        return server.flatMap(ServerEstate::trustDomain)
                .or(profile::trustDomain)
                .map(TrustDomain::getName)
                .orElse("");
    }
}
