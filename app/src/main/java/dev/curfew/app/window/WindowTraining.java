package dev.curfew.app.window;

import dev.curfew.app.TrainingHook;
import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.app.wiring.ScratchFolder;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.views.kit.PlatformFxThread;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;

/** Goes through the window, unseen, on a lab and a store of its own. */
public final class WindowTraining implements TrainingHook {
    @Override
    public Outcome<Duration> train() {
        long start = System.nanoTime();
        try (ScratchFolder folder = ScratchFolder.make("curfew-training")) {
            UnseenWindow.startJavaFx();
            try (CoreGraph core = new CoreGraph(setup(folder.path()));
                    PlatformFxThread fx = new PlatformFxThread()) {
                core.openedStore();
                new TrainingRun(core, fx, TrainingRun.Extent.ENOUGH).run();
            }
            return Outcome.ok(Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException | TimeoutException e) {
            return Outcome.failed(Reason.UNEXPECTED, "training", String.valueOf(e.getMessage()));
        }
    }

    private static CoreGraph.Setup setup(Path folder) {
        return new CoreGraph.Setup(
                InstantSource.system(),
                folder.resolve("training.db"),
                Duration.ofSeconds(30),
                (_, purpose) -> Outcome.failed(Reason.INVALID_INPUT, purpose, "none"),
                new LabHost());
    }
}
