package dev.curfew.views.kit.dialog;

import dev.curfew.views.kit.FloatingWindow;
import dev.curfew.views.kit.Theme;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** JavaFX's own window, in the look of the main one. */
public final class StageWindow implements FloatingWindow {
    private static final double WIDTH = 360;
    private static final double HEIGHT = 320;

    private final Theme theme;
    private @Nullable Stage open;

    public StageWindow(Theme theme) {
        this.theme = theme;
    }

    @Override
    public void show(String title, Parent content, Runnable closed) {
        Stage known = open;
        if (known != null) {
            known.toFront();
            return;
        }
        Stage stage = new Stage();
        Scene scene = new Scene(content, WIDTH, HEIGHT);
        Subscription look = theme.install(scene);
        stage.setScene(scene);
        stage.setTitle(title);
        stage.setAlwaysOnTop(true);
        stage.setOnHidden(_ -> {
            open = null;
            look.unsubscribe();
            closed.run();
        });
        open = stage;
        stage.show();
    }

    @Override
    public void close() {
        Stage known = open;
        if (known != null) {
            known.hide();
        }
    }

    @Override
    public boolean isShowing() {
        return open != null;
    }
}
