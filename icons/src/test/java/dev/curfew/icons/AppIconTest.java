package dev.curfew.icons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppIconTest {
    private static final int SIZE = 40;

    @BeforeAll
    static void startToolkit() throws Exception {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.get(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource(AppIcon.class)
    void rendersSomething(AppIcon icon) throws Exception {
        CompletableFuture<Integer> ink = new CompletableFuture<>();
        Platform.runLater(() -> ink.complete(inkOf(icon)));
        assertThat(ink.get(30, TimeUnit.SECONDS)).isGreaterThan(8);
    }

    private static int inkOf(AppIcon icon) {
        var node = icon.view("probe");
        node.setStyle("-fx-icon-size: 24px;");
        WritableImage image = new Scene(new StackPane(node), SIZE, SIZE).snapshot(null);
        int inked = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                if (image.getPixelReader().getArgb(x, y) != image.getPixelReader().getArgb(0, 0)) {
                    inked++;
                }
            }
        }
        return inked;
    }
}
