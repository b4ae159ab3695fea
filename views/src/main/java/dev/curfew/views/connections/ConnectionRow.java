package dev.curfew.views.connections;

import dev.curfew.views.shell.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One connection: as it is saved, and what is known of the other end. */
public sealed interface ConnectionRow permits ServerRow, BackendRow {
    /** Whose it is. */
    enum Kind {
        SAVED,
        LAB,
        /** Opened by its address; gone when it is closed. */
        UNSAVED
    }

    String name();

    Kind kind();

    /** As it is typed. */
    String address();

    Health health();

    /** Connected, or trying to be. */
    boolean isOpen();

    boolean isUp();

    /** It was tried, and does not answer or will not have us. */
    boolean isDown();

    /** Empty: read-only. */
    Optional<Instant> armedUntil();

    /** Of the last small call. */
    Optional<Duration> latency();

    /** When the oldest of what is shown was read. */
    Optional<Instant> readAt();
}
