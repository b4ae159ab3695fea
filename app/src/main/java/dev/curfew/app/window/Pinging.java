package dev.curfew.app.window;

import dev.curfew.estate.EstateService;
import java.time.Duration;

/**
 * Asks every connected server for something small now and then, so that the status bar knows
 * latency and loss without anyone reading anything. Runs on a virtual thread until closed.
 */
final class Pinging implements AutoCloseable {
    private static final Duration PACE = Duration.ofSeconds(10);

    private final Thread thread;

    Pinging(EstateService estates) {
        thread = Thread.ofVirtual().name("ping").start(() -> run(estates));
    }

    private static void run(EstateService estates) {
        try {
            while (true) {
                Thread.sleep(PACE);
                estates.ping();
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
