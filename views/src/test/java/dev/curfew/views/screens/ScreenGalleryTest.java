package dev.curfew.views.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.Estate;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Look;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Places;
import dev.curfew.views.testing.Fx;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

/** Draws the screens in their states; a person looks at the pictures in target/gallery. */
class ScreenGalleryTest {
    private static final Look DARK = new Look(true, 1);
    private static final Look LIGHT = new Look(false, 1);
    private static final Look LARGE = new Look(true, 2);

    private final Gallery gallery = new Gallery(Path.of("target", "gallery"));

    private void draw(String name, Estate estate, Consumer<ScreensWindow> state) {
        draw(name, 1440, 900, DARK, estate, state);
        draw(name, 1440, 900, LIGHT, estate, state);
        draw(name, 1000, 700, DARK, estate, state);
        draw(name, 1440, 900, LARGE, estate, state);
    }

    private void draw(
            String name,
            int width,
            int height,
            Look look,
            Estate estate,
            Consumer<ScreensWindow> state) {
        Path written =
                Fx.call(() -> {
                    ScreensWindow window = new ScreensWindow(estate);
                    var scene = window.scene(width, height, look);
                    state.accept(window);
                    return gallery.write(
                            "%s-%s-%dx%d.png".formatted(name, look, width, height),
                            ScreensWindow.picture(scene));
                });
        assertThat(written).exists();
    }

    @Test
    void overview() {
        draw("overview", LabEstate.estate(), window -> {});
    }

    @Test
    void authorities() {
        draw(
                "authorities",
                LabEstate.estate(),
                window -> {
                    window.navigator.go(Places.TRUST);
                    selectFirst(window, "#trust-authorities");
                });
    }

    @Test
    void federation() {
        draw(
                "federation",
                LabEstate.estate(),
                window -> {
                    window.navigator.go(new Location(Places.TRUST, "federation"));
                    selectFirst(window, "#trust-federation");
                });
    }

    private static void selectFirst(ScreensWindow window, String table) {
        Gallery.snapshot(window.root.getScene());
        if (window.root.lookup(table) instanceof TableView<?> found) {
            found.getSelectionModel().select(0);
        }
    }
}
