package dev.curfew.views.graph;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The whole picture in a corner, with the part that is seen. JavaFX thread only. */
final class Minimap {
    private static final double WIDTH = 172;
    private static final double HEIGHT = 108;
    private static final double EDGE = 16;
    private static final double INSET = 6;

    private @Nullable Raster raster;
    private Camera camera = new Camera(1, 0, 0);
    private Span place = new Span(0, 0, 0, 0);
    private boolean shown;

    /** The picture or its look has changed. */
    void forget() {
        raster = null;
    }

    void draw(
            GraphicsContext to,
            FarPainter painter,
            Placement placement,
            Palette palette,
            Camera main,
            double width,
            double height,
            double em) {
        Span all = new Span(0, 0, placement.width(), placement.height());
        Span seen = main.seen(width, height);
        shown =
                !placement.isEmpty()
                        && !seen.holds(all)
                        && width > 3 * WIDTH * em
                        && height > 3 * HEIGHT * em;
        if (!shown) {
            return;
        }
        double wide = Math.rint(WIDTH * em);
        double high = Math.rint(HEIGHT * em);
        place = new Span(width - wide - EDGE, height - high - EDGE, wide, high);
        Raster drawn = drawn(painter, placement, all, wide, high);
        to.drawImage(drawn.image(), place.x(), place.y());
        to.setStroke(palette.of(Ink.EDGE));
        to.setLineWidth(1);
        to.strokeRect(place.x() - 0.5, place.y() - 0.5, wide + 1, high + 1);
        mark(to, seen, palette.of(Ink.ACCENT));
    }

    private Raster drawn(
            FarPainter painter, Placement placement, Span all, double wide, double high) {
        Raster known = raster;
        if (known != null && known.isSized((int) wide, (int) high)) {
            return known;
        }
        Camera fitting =
                Camera.fit(
                        all.grown(0),
                        Math.max(1, wide - 2 * INSET),
                        Math.max(1, high - 2 * INSET),
                        1);
        camera = new Camera(fitting.scale(), fitting.left() + INSET, fitting.top() + INSET);
        Raster made = new Raster((int) wide, (int) high);
        painter.clear(made);
        painter.boxes(placement.picture().boxes(), made, camera);
        raster = made;
        return made;
    }

    private void mark(GraphicsContext to, Span seen, Color color) {
        double left = Math.clamp(camera.toScreenX(seen.x()), 0, place.width());
        double top = Math.clamp(camera.toScreenY(seen.y()), 0, place.height());
        double right = Math.clamp(camera.toScreenX(seen.x() + seen.width()), 0, place.width());
        double bottom = Math.clamp(camera.toScreenY(seen.y() + seen.height()), 0, place.height());
        to.setStroke(color);
        to.setLineWidth(1.5);
        to.setLineDashes((double[]) null);
        to.strokeRect(
                place.x() + left + 1,
                place.y() + top + 1,
                Math.max(2, right - left - 2),
                Math.max(2, bottom - top - 2));
    }

    boolean holds(double x, double y) {
        return shown && place.touches(x, y, x, y);
    }

    /** The point of the picture under this one of the screen. */
    Point pointAt(double x, double y) {
        return new Point(camera.toPictureX(x - place.x()), camera.toPictureY(y - place.y()));
    }
}
