package dev.curfew.app.window;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.PlatformFxThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Scene;

/**
 * Pictures of the real window on the lab. Each scene gets a window of its own, is brought to where
 * it should be, and drawn when no task is under way. Blocks; not on the JavaFX thread.
 */
final class GalleryRun implements AutoCloseable {
    private record Size(int width, int height) {}

    private static final List<Size> SIZES = List.of(new Size(1440, 900), new Size(1000, 700));
    private static final Look LARGE = new Look(true, 2);
    private static final long PATIENCE_SECONDS = 60;
    private static final int QUIET_LOOKS = 6;

    private final Gallery gallery;
    private final Path store;
    private final CoreGraph core;
    private final GalleryLab lab;
    private final PlatformFxThread fx = new PlatformFxThread();
    private final List<Path> pictures = new ArrayList<>();

    GalleryRun(Path folder) throws IOException {
        gallery = new Gallery(folder);
        store = Files.createTempDirectory("curfew-gallery");
        core = core("gallery.db", new LabHost());
        LabHost acting = new LabHost();
        acting.act(GalleryLab.LIVES);
        lab = new GalleryLab(core("lab.db", acting));
        // Pictures look the same with and without a display.
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
    }

    private CoreGraph core(String file, LabHost host) {
        CoreGraph made =
                new CoreGraph(
                        new CoreGraph.Setup(
                                InstantSource.system(),
                                store.resolve(file),
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
        AtomicReference<CountedTasks> tasks = new AtomicReference<>();
        UiGraph ui =
                call(() ->
                        new UiGraph(
                                of,
                                new SimpleObjectProperty<>(ColorScheme.DARK),
                                new NoDesk(),
                                inner -> {
                                    tasks.set(new CountedTasks(inner));
                                    return tasks.get();
                                }));
        try {
            Scene stage = call(() -> new Scene(ui.root(), 1440, 900));
            call(() -> {
                new Look(true, 1).apply(stage);
                ui.beginQuietly();
                return true;
            });
            for (GalleryScenes.Step step : scene.steps()) {
                settle(tasks.get(), stage);
                call(() -> {
                    step.accept(ui);
                    return true;
                });
            }
            settle(tasks.get(), stage);
            large(scene.name(), tasks.get(), stage);
            call(() -> {
                stage.setRoot(new Group());
                return true;
            });
            for (Size size : SIZES) {
                for (boolean dark : new boolean[] {true, false}) {
                    pictures.add(call(() -> picture(scene.name(), ui, size, new Look(dark, 1))));
                }
            }
        } finally {
            call(() -> {
                ui.close();
                return true;
            });
        }
    }

    /** In the very scene: text that grows in an open window must grow everywhere. */
    private void large(String name, CountedTasks tasks, Scene stage) throws TimeoutException {
        Size size = SIZES.getFirst();
        String file = "%s-%s-%dx%d.png".formatted(name, LARGE, size.width(), size.height());
        apply(LARGE, tasks, stage);
        pictures.add(call(() -> written(() -> gallery.write(file, Gallery.snapshot(stage)))));
        apply(new Look(true, 1), tasks, stage);
    }

    private void apply(Look look, CountedTasks tasks, Scene stage) throws TimeoutException {
        call(() -> {
            look.apply(stage);
            return true;
        });
        settle(tasks, stage);
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

    /** Nothing under way for a few looks in a row: an answer may start the next task. */
    private void settle(CountedTasks tasks, Scene stage) throws TimeoutException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        int quiet = 0;
        while (quiet < QUIET_LOOKS) {
            quiet = tasks.isQuiet() ? quiet + 1 : 0;
            if (System.nanoTime() > end) {
                throw new TimeoutException("a screen does not come to rest");
            }
            CompletableFuture<Boolean> looked = new CompletableFuture<>();
            fx.runAfter(
                    Duration.ofMillis(40),
                    () -> {
                        stage.getRoot().applyCss();
                        stage.getRoot().layout();
                        looked.complete(true);
                    });
            await(looked);
        }
    }

    private <T> T call(Supplier<T> action) throws TimeoutException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        fx.run(() -> {
            try {
                answer.complete(action.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return await(answer);
    }

    private static <T> T await(CompletableFuture<T> answer) throws TimeoutException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        lab.end();
        lab.core().close();
        core.close();
        fx.close();
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
