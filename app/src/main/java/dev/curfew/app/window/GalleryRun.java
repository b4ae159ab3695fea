package dev.curfew.app.window;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.app.wiring.ScratchFolder;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.PlatformFxThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Pictures of the real window on the lab. Each scene gets a window of its own, is brought to where
 * it should be, and drawn when no task is under way. Blocks; not on the JavaFX thread.
 */
final class GalleryRun implements AutoCloseable {
    private record Size(int width, int height) {}

    private static final List<Size> SIZES = List.of(new Size(1440, 900), new Size(1000, 700));
    private static final Look LARGE = new Look(true, 2);

    private final Gallery gallery;
    private final ScratchFolder store;
    private final CoreGraph core;
    private final GalleryLab lab;
    private final PlatformFxThread fx = new PlatformFxThread();
    private final List<Path> pictures = new ArrayList<>();

    GalleryRun(Path folder) throws IOException {
        gallery = new Gallery(folder);
        store = ScratchFolder.make("curfew-gallery");
        core = core("gallery.db", new LabHost());
        LabHost acting = new LabHost();
        acting.act(GalleryLab.LIVES);
        lab = new GalleryLab(core("lab.db", acting));
        UnseenWindow.startJavaFx();
    }

    private CoreGraph core(String file, LabHost host) {
        CoreGraph made =
                new CoreGraph(
                        new CoreGraph.Setup(
                                InstantSource.system(),
                                store.path().resolve(file),
                                Duration.ofSeconds(30),
                                (_, purpose) ->
                                        Outcome.failed(Reason.INVALID_INPUT, purpose, "none"),
                                host));
        made.openedStore();
        return made;
    }

    List<Path> draw() throws IOException, TimeoutException {
        lab.begin();
        for (ConnectionProfile profile : core.lab().profiles()) {
            core.estates().connectNow(profile);
        }
        core.estates().connectNow(core.lab().policy());
        GalleryScenes scenes = new GalleryScenes(core);
        for (GalleryScenes.GalleryScene scene : scenes.untouched()) {
            draw(scene, core);
        }
        scenes.act();
        for (GalleryScenes.GalleryScene scene : scenes.all()) {
            draw(scene, core);
        }
        // Last of this lab: it gives a trust domain new authorities.
        scenes.sever();
        for (GalleryScenes.GalleryScene scene : scenes.severed()) {
            draw(scene, core);
        }
        lab.awaitEnd();
        draw(GalleryScenes.lab(), lab.core());
        return pictures;
    }

    private void draw(GalleryScenes.GalleryScene scene, CoreGraph of)
            throws TimeoutException, IOException {
        try (UnseenWindow window = new UnseenWindow(of, fx)) {
            window.run(ui -> {
                new Look(true, 1).apply(window.scene());
                ui.beginQuietly();
            });
            for (GalleryScenes.Step step : scene.steps()) {
                window.settle();
                window.run(step);
            }
            window.settle();
            large(scene.name(), window);
            window.takeRoot();
            for (Size size : SIZES) {
                for (boolean dark : new boolean[] {true, false}) {
                    Look look = new Look(dark, 1);
                    pictures.add(window.call(() -> picture(scene.name(), window.ui(), size, look)));
                }
            }
        }
    }

    /** In the very scene: text that grows in an open window must grow everywhere. */
    private void large(String name, UnseenWindow window) throws TimeoutException {
        Size size = SIZES.getFirst();
        String file = "%s-%s-%dx%d.png".formatted(name, LARGE, size.width(), size.height());
        apply(LARGE, window);
        pictures.add(
                window.call(() ->
                        written(() -> gallery.write(file, Gallery.snapshot(window.scene())))));
        apply(new Look(true, 1), window);
    }

    private static void apply(Look look, UnseenWindow window) throws TimeoutException {
        window.run(_ -> look.apply(window.scene()));
        window.settle();
    }

    private Path picture(String name, UiGraph ui, Size size, Look look) {
        return written(() -> gallery.add(name, ui.root(), size.width(), size.height(), look));
    }

    private interface Written {
        Path write() throws IOException;
    }

    private static Path written(Written picture) {
        try {
            return picture.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lab.end();
        lab.core().close();
        core.close();
        fx.close();
        store.close();
    }
}
