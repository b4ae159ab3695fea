package dev.curfew.app.window;

import dev.curfew.estate.EstateService;
import java.time.Duration;

/**
 * Asks every connected server for something small now and then, so that the status bar knows
 * latency and loss without anyone reading anything; and tries again what could not be reached, when
 * it is time. Runs on a virtual thread until closed.
 */
final class Pinging implements AutoCloseable {
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final int TURNS_A_PING = 10;

    private final Thread thread;

    Pinging(EstateService estates) {
        thread = Thread.ofVirtual().name("ping").start(() -> run(estates));
    }

    private static void run(EstateService estates) {
        try {
            for (long turn = 1; ; turn++) {
                Thread.sleep(TURN);
                estates.retry();
                if (turn % TURNS_A_PING == 0) {
                    estates.ping();
                }
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
