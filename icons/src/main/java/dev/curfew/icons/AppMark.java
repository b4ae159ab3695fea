package dev.curfew.icons;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Curfew's own mark: for the window's frame as pictures, for the top bar as shapes. */
public final class AppMark {
    private static final String RING =
            "M32 9 A23 23 0 1 0 32 55 A23 23 0 1 0 32 9 Z"
                    + " M32 14 A18 18 0 1 1 32 50 A18 18 0 1 1 32 14 Z";
    private static final String HANDS =
            "M29.8 19 H34.2 V27 L29.8 29.6 Z M35.6 36.2 L40 33.6 L42 37 Z";
    private static final String BAR = "M13.5 40.2 L48 19.8 L50.5 24 L16 44.4 Z";

    private AppMark() {}

    /** All sizes, smallest first, for a stage's icons. */
    public static List<Image> images() {
        return Stream.of(16, 24, 32, 48, 64, 128, 256, 512).map(AppMark::image).toList();
    }

    private static Image image(int size) {
        InputStream png = AppMark.class.getResourceAsStream("app/curfew-" + size + ".png");
        return new Image(Objects.requireNonNull(png, "drawn by the build"));
    }

    /** The mark in the theme's colours; the stylesheet sizes and fills its three parts. */
    public static Region view() {
        StackPane mark =
                new StackPane(
                        part(HANDS, "app-mark-face"),
                        part(BAR, "app-mark-bar"),
                        part(RING, "app-mark-face"));
        mark.getStyleClass().add("app-mark");
        return mark;
    }

    private static Region part(String outline, String styleClass) {
        SVGPath path = new SVGPath();
        // Two specks in the corners keep the parts in their places when a region scales its shape.
        path.setContent("M7 7 h.01 M57 57 h.01 " + outline);
        Region part = new Region();
        part.setShape(path);
        part.getStyleClass().add(styleClass);
        return part;
    }
}
