package dev.curfew.views.gallery;

import dev.curfew.views.kit.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/**
 * Draws window contents of any size, also larger than the screen there is, into PNG files. JavaFX
 * thread only.
 */
public final class Gallery {
    /** Virtual lists make their cells in the first layout and size them in the next ones. */
    private static final int LAYOUTS = 4;

    private final Path folder;

    public Gallery(Path folder) {
        this.folder = folder;
    }

    /** Draws {@code root}, which must not be in a scene, and takes it out of its scene again. */
    public static WritableImage draw(Parent root, int width, int height, Look look) {
        Scene scene = new Scene(root, width, height);
        try {
            look.apply(scene);
            return snapshot(scene);
        } finally {
            scene.setRoot(new Group());
        }
    }

    /** Draws a scene as it is. */
    public static WritableImage snapshot(Scene scene) {
        for (int i = 0; i < LAYOUTS; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        forgetCaches(scene.getRoot());
        return scene.snapshot(null);
    }

    /** Without a window, JavaFX never renews the cached picture of a scroll pane's content. */
    private static void forgetCaches(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            child.setCache(false);
            if (child instanceof Parent inner) {
                forgetCaches(inner);
            }
        }
    }

    /** Writes {@code name-dark-100-1440x900.png} and gives its path. */
    public Path add(String name, Parent root, int width, int height, Look look) throws IOException {
        String file = String.format(Locale.ROOT, "%s-%s-%dx%d.png", name, look, width, height);
        return write(file, draw(root, width, height, look));
    }

    public Path write(String file, WritableImage image) throws IOException {
        Files.createDirectories(folder);
        return Files.write(folder.resolve(file), Png.of(image));
    }
}
