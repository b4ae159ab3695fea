package dev.curfew.lab.server;

import dev.curfew.lab.time.LabScheduler;
import java.time.Duration;
import java.util.List;

/** What the real server and its agents do by themselves, at the same intervals. */
final class Housekeeping implements AutoCloseable {
    private static final Duration PRUNING = Duration.ofMinutes(5);
    private static final Duration AUTHORITIES = Duration.ofSeconds(10);
    private static final Duration CERTIFICATES = Duration.ofSeconds(5);
    private static final Duration CACHE_RELOAD = Duration.ofSeconds(5);

    /** A quarter of the refresh hint of five minutes. */
    private static final Duration FEDERATION = Duration.ofSeconds(75);

    private final ServerParts parts;
    private final List<LabScheduler.Task> tasks;

    /** Starts it; the pruning of entries counts from here. */
    Housekeeping(ServerParts parts) {
        this.parts = parts;
        parts.machines().start();
        parts.cache().reload();
        var scheduler = parts.scheduler();
        tasks =
                List.of(
                        scheduler.every(
                                PRUNING, () -> parts.entries().prune(parts.clock().instant())),
                        scheduler.every(
                                AUTHORITIES,
                                () -> {
                                    parts.x509().rotateWhenDue();
                                    parts.jwt().rotateWhenDue();
                                }),
                        scheduler.every(CERTIFICATES, parts.identity()::renewWhenDue),
                        scheduler.every(CERTIFICATES, parts.machines()::renewWhenDue),
                        scheduler.every(CACHE_RELOAD, parts.cache()::reload),
                        scheduler.every(FEDERATION, parts.refresher()::poll));
    }

    @Override
    public void close() {
        tasks.forEach(LabScheduler.Task::cancel);
        parts.machines().stop();
    }
}
