package dev.curfew.app.window;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.lab.Lab;
import dev.curfew.lab.LabOptions;
import dev.curfew.lab.acting.Call;
import dev.curfew.lab.acting.LabActivity;
import dev.curfew.lab.acting.Lane;
import dev.curfew.lab.acting.Moment;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A second lab for the pictures, whose agents act: an entry is deleted, and it takes a while until
 * everything that was issued from it is dead. It plays while the other pictures are drawn.
 */
final class GalleryLab {
    /** Shorter than for a room, which has more patience. */
    static final LabOptions.Lives LIVES =
            new LabOptions.Lives(Duration.ofSeconds(60), Duration.ofSeconds(20));

    private static final String AGENT = "/agent/web-researcher";
    private static final int CALLS_BEFORE = 90;
    private static final int DENIED_AFTER = 10;
    private static final long PATIENCE_SECONDS = 180;

    private final CoreGraph core;
    private final CountDownLatch warm = new CountDownLatch(CALLS_BEFORE);
    private final CountDownLatch denied = new CountDownLatch(DENIED_AFTER);
    private Runnable listening = () -> {};

    GalleryLab(CoreGraph core) {
        this.core = core;
    }

    CoreGraph core() {
        return core;
    }

    /** Connects and lets it begin. Blocks while it connects. */
    void begin() {
        core.lab().profiles().forEach(core.estates()::connectNow);
        LabActivity activity = core.lab().running().map(Lab::activity).orElseThrow();
        listening =
                activity.subscribe(call -> {
                    warm.countDown();
                    if (isAfterItsDeath(call, activity)) {
                        denied.countDown();
                    }
                });
        Thread.ofVirtual().name("gallery-lab").start(this::deleteWhenWarm);
    }

    private static boolean isAfterItsDeath(Call call, LabActivity activity) {
        return !call.ok()
                && call.lane().kind() == Lane.Kind.MTLS
                && activity.moments().stream()
                        .anyMatch(moment -> moment.kind() == Moment.Kind.X509_DIED);
    }

    private void deleteWhenWarm() {
        try {
            if (warm.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                new GalleryScenes(core).deleteAgent(AGENT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until its certificate is dead and some calls were denied for it. */
    void awaitEnd() throws TimeoutException {
        try {
            if (!denied.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TimeoutException("the lab's agent goes on acting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void end() {
        listening.run();
    }
}
