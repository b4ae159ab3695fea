package dev.curfew.views.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Confirmation;
import dev.curfew.views.kit.Look;
import dev.curfew.views.testing.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** Draws the window in its states; a person looks at the pictures in target/gallery. */
class DemoGalleryTest {
    private static final Look DARK = new Look(true, 1);
    private static final Look LIGHT = new Look(false, 1);

    private final Gallery gallery = new Gallery(Path.of("target", "gallery"));

    private Path draw(String name, int width, int height, Look look, Consumer<DemoWindow> state) {
        return Fx.call(() -> {
            DemoWindow window = new DemoWindow(46);
            var scene = new javafx.scene.Scene(window.root, width, height);
            look.apply(scene);
            var attached = window.shell.attached();
            Gallery.snapshot(scene);
            state.accept(window);
            Path written =
                    gallery.write(
                            "%s-%s-%dx%d.png".formatted(name, look, width, height),
                            Gallery.snapshot(scene));
            attached.unsubscribe();
            return written;
        });
    }

    private static void selected(DemoWindow window) {
        var rows = window.workloads.table().shownRows();
        window.workloads.table().select(rows.getFirst().id());
        for (int i : Set.of(0, 4, 9)) {
            window.workloads.table().marks().toggle(rows.get(i).id());
        }
    }

    @Test
    void drawsTheWindowLargerThanTheHeadlessScreen() throws IOException {
        Path picture = draw("workloads", 1440, 900, DARK, DemoGalleryTest::selected);
        byte[] png = Files.readAllBytes(picture);
        assertThat(java.nio.ByteBuffer.wrap(png, 16, 8).getInt()).isEqualTo(1440);
        assertThat(java.nio.ByteBuffer.wrap(png, 20, 4).getInt()).isEqualTo(900);
        draw("workloads", 1440, 900, LIGHT, DemoGalleryTest::selected);
    }

    @Test
    void drawsTheSmallWindowAndLargeText() {
        for (Look look : List.of(DARK, LIGHT)) {
            assertThat(draw("workloads", 1000, 700, look, window -> {})).exists();
        }
        assertThat(draw("workloads", 1440, 900, new Look(true, 2), DemoGalleryTest::selected))
                .exists();
    }

    @Test
    void drawsBlocksPaletteAndDialogs() {
        for (Look look : List.of(DARK, LIGHT)) {
            assertThat(draw("blocks", 1440, 900, look, window -> window.navigator.go("overview")))
                    .exists();
            assertThat(draw("palette", 1440, 900, look, DemoGalleryTest::palette)).exists();
            assertThat(draw("confirm", 1440, 900, look, DemoGalleryTest::confirm)).exists();
            assertThat(draw("query", 1000, 700, look, DemoGalleryTest::mistake)).exists();
        }
        assertThat(draw("collapsed", 1440, 900, DARK, window -> window.model.toggleRail()))
                .exists();
        assertThat(
                        draw(
                                "keys",
                                1000,
                                700,
                                DARK,
                                window ->
                                        window.root
                                                .lookup("#shell-help")
                                                .fireEvent(new javafx.event.ActionEvent())))
                .exists();
    }

    private static void palette(DemoWindow window) {
        window.root
                .lookup(".frame")
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED,
                                "",
                                "",
                                KeyCode.K,
                                false,
                                true,
                                false,
                                false));
    }

    private static void mistake(DemoWindow window) {
        window.workloads.query().setQuery("admin:false ttl>1x td:acme.test");
    }

    private static void confirm(DemoWindow window) {
        window.ui
                .dialogs()
                .confirm(
                        Confirmation.destructive(
                                        "delete",
                                        "Delete 3 registration entries on acme.test",
                                        "Issuance stops at once; what was issued lives on.",
                                        List.of(
                                                "Last X509-SVID dead by ≤ 14:32:10",
                                                "Last JWT-SVID dead by ≤ 14:07:10",
                                                "Not covered: open streams, copied data"),
                                        "Delete entries")
                                .typing("web-researcher"),
                        () -> {});
    }
}
