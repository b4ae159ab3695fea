package dev.curfew.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.containment.book.Kept;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.views.kit.PlatformFxThread;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabTrainingTest {
    @TempDir Path folder;

    @Test
    void theJvmIsShownALongListEveryScreenAndContainments() throws TimeoutException {
        UnseenWindow.startJavaFx();
        CoreGraph.Setup setup =
                new CoreGraph.Setup(
                        InstantSource.system(),
                        folder.resolve("training.db"),
                        Duration.ofSeconds(30),
                        (_, purpose) -> Outcome.failed(Reason.INVALID_INPUT, purpose, "none"),
                        new LabHost());
        try (CoreGraph core = new CoreGraph(setup);
                PlatformFxThread fx = new PlatformFxThread()) {
            core.openedStore();

            new TrainingRun(core, fx, new TrainingRun.Extent(500, 1, 2)).run();

            assertThat(
                            core
                                    .estates()
                                    .estate()
                                    .server("lab:acme.test")
                                    .orElseThrow()
                                    .entries()
                                    .value()
                                    .entries()
                                    .stream()
                                    .filter(e -> e.spiffeId().getPath().startsWith("/crowd/")))
                    .hasSize(500 - 2);
            core.containments().load();
            assertThat(core.containments().all())
                    .extracting(kept -> kept.state().plan().title())
                    .contains("worker-0", "worker-1", "support-triage");
            assertThat(core.containments().all())
                    .filteredOn(kept -> kept.state().plan().title().startsWith("worker-"))
                    .extracting(Kept::state)
                    .allMatch(state -> state.succeeded());
        }
    }
}
