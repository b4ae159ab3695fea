package dev.curfew.views.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One connection as the window's frame shows it.
 *
 * @param name as the operator saved it
 * @param trustDomain empty while it is not known
 * @param since since when it has this health, as far as that matters (silence, connecting)
 * @param latency of the last call
 * @param armedUntil empty: read-only
 * @param readOnlyWhy why it can not be armed at all; empty when it can
 */
public record ConnectionState(
        String name,
        String trustDomain,
        Health health,
        Optional<Instant> since,
        Optional<Duration> latency,
        Optional<Instant> armedUntil,
        String readOnlyWhy) {

    public String title() {
        return trustDomain.isEmpty() ? name : trustDomain;
    }

    /** The name where it says more than the trust domain. */
    public String subtitle() {
        return name.equals(title()) ? "" : name;
    }

    public boolean armedAt(Instant now) {
        return armedUntil.filter(now::isBefore).isPresent();
    }
}
