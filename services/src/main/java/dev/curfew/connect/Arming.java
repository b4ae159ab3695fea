package dev.curfew.connect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which connections may write, and until when. A connection is read-only until it is armed, and
 * falls back by itself. This gate is local: the servers do not know of it. Any thread.
 */
public final class Arming {
    /** Long enough for an incident's step, short enough to be forgotten safely. */
    public static final Duration DEFAULT = Duration.ofMinutes(15);

    private final InstantSource clock;
    private final Map<String, Instant> armedUntil = new ConcurrentHashMap<>();

    public Arming(InstantSource clock) {
        this.clock = clock;
    }

    public Instant arm(String connection, Duration duration) {
        Instant until = clock.instant().plus(duration);
        armedUntil.put(connection, until);
        return until;
    }

    public void disarm(String connection) {
        armedUntil.remove(connection);
    }

    /** Empty: read-only. */
    public Optional<Instant> armedUntil(String connection) {
        return Optional.ofNullable(armedUntil.get(connection))
                .filter(until -> clock.instant().isBefore(until));
    }

    public boolean isArmed(String connection) {
        return armedUntil(connection).isPresent();
    }
}
