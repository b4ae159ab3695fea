package dev.curfew.app.window;

import dev.curfew.app.WindowLauncher;
import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.app.wiring.OperatorPrompter;
import dev.curfew.icons.AppMark;
import dev.curfew.lab.LabOptions;
import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real window, on a display. */
public final class CurfewWindow implements WindowLauncher {
    private static final Logger LOG = LoggerFactory.getLogger(CurfewWindow.class);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final OperatorPrompter prompter;

    /**
     * @param prompter asks in the window while it is open
     */
    public CurfewWindow(OperatorPrompter prompter) {
        this.prompter = prompter;
    }

    @Override
    public int launch(CoreGraph core, boolean lab) {
        // Before the toolkit starts: it blocks, and opens a file.
        core.openedStore();
        core.lab().act(LabOptions.Lives.FOR_A_ROOM);
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> open(core, lab, closed));
        try {
            closed.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void open(CoreGraph core, boolean lab, CountDownLatch closed) {
        Stage stage = new Stage();
        UiGraph ui =
                new UiGraph(
                        core,
                        Platform.getPreferences().colorSchemeProperty(),
                        UiGraph.systemDesk(() -> stage, CurfewWindow::openFolder),
                        tasks -> tasks);
        Scene scene = new Scene(ui.root(), WIDTH, HEIGHT);
        ui.theme().install(scene);
        stage.setScene(scene);
        stage.setTitle("Curfew");
        stage.getIcons().setAll(AppMark.images());
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        ui.guard(stage);
        stage.setOnHidden(_ -> {
            ui.close();
            closed.countDown();
        });
        prompter.askThrough(ui.secrets());
        stage.show();
        ui.begin(lab);
    }

    private static void openFolder(Path folder) {
        Thread.startVirtualThread(() -> {
            try {
                Desktop.getDesktop().open(folder.toFile());
            } catch (IOException | UnsupportedOperationException e) {
                LOG.warn("The folder {} can not be shown", folder, e);
            }
        });
    }
}
