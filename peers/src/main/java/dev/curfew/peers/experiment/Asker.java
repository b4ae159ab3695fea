package dev.curfew.peers.experiment;

import io.grpc.StatusRuntimeException;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks for a token over and over, each time for an audience that was never asked for, so that the
 * agent has none and the server must sign. On a thread of its own until stopped.
 */
final class Asker {
    private static final Duration EACH = Duration.ofMillis(250);

    private final CountDownLatch stopped = new CountDownLatch(1);

    private Asker() {}

    static Asker start(Workload workload, SpiffeId id) {
        Asker asker = new Asker();
        Thread.ofVirtual().name("asks").start(() -> asker.ask(workload, id));
        return asker;
    }

    private void ask(Workload workload, SpiffeId id) {
        int number = 0;
        try {
            while (!stopped.await(EACH.toMillis(), TimeUnit.MILLISECONDS)) {
                workload.ask(id, "audience-" + number++);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StatusRuntimeException e) {
            // The agent is gone, and with it all that can be asked.
        }
    }

    void stop() {
        stopped.countDown();
    }
}
