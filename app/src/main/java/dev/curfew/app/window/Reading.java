package dev.curfew.app.window;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.estate.Estate;
import dev.curfew.estate.EstateService;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Tasks;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Reads servers as tasks that the status bar shows, with progress, and that the operator can stop.
 * JavaFX thread only.
 */
final class Reading {
    private final EstateService estates;
    private final Tasks tasks;
    private final Texts texts;
    private final Consumer<Throwable> crashed;

    Reading(EstateService estates, Tasks tasks, Texts texts, Consumer<Throwable> crashed) {
        this.estates = estates;
        this.tasks = tasks;
        this.texts = texts;
        this.crashed = crashed;
    }

    /**
     * @param then when all was read, or reading it failed
     */
    void connect(ConnectionProfile profile, Runnable then) {
        show(profile.name(), () -> estates.connectNow(profile), then);
    }

    void connect(PolicyProfile profile) {
        show(profile.name(), () -> estates.connectNow(profile), () -> {});
    }

    void again(String connection) {
        show(connection, () -> estates.refreshNow(connection), () -> {});
    }

    private void show(String connection, Runnable reading, Runnable then) {
        int before = count(estates.estate(), connection);
        tasks.startShown(
                texts.get("task.read", connection),
                progress -> {
                    try (var _ =
                            estates.subscribe(estate ->
                                    report(progress, count(estate, connection), before))) {
                        run(connection, reading);
                    }
                    return connection;
                },
                _ -> then.run(),
                this::ended);
    }

    /** Stopping it is no mistake. */
    private void ended(Throwable thrown) {
        if (!(thrown instanceof InterruptedException || thrown instanceof CancellationException)) {
            crashed.accept(thrown);
        }
    }

    /** A scan does not end by an interrupt, but by being asked; what was read stays. */
    private void run(String connection, Runnable reading) throws InterruptedException {
        Thread reader = Thread.ofVirtual().name("read-" + connection).start(reading);
        try {
            reader.join();
        } catch (InterruptedException e) {
            estates.cancel(connection);
            throw e;
        }
    }

    private void report(Tasks.Progress progress, int read, int before) {
        progress.report(
                before > 0 ? Math.min(1, (double) read / before) : -1,
                read > 0 ? texts.get("task.read.rows", Counts.of(read)) : "");
    }

    private static int count(Estate estate, String connection) {
        return estate.server(connection)
                .map(server -> server.entries().value().entries().size())
                .or(() ->
                        estate.backend(connection)
                                .map(backend -> backend.grants().value().relationships().size()))
                .orElse(0);
    }
}
