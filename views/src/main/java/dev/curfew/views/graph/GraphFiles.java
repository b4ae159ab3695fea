package dev.curfew.views.graph;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.text.FontSmoothingType;

/** The whole picture of a view as a document or an image. JavaFX thread only. */
public final class GraphFiles {
    private static final double EDGE = 24;

    /** Twice as sharp as the screen, as far as an image may be large. */
    private static final double SHARP = 2;

    private static final double MOST_PIXELS = 8_000;

    private final GraphView view;

    public GraphFiles(GraphView view) {
        this.view = view;
    }

    public String svg(String title) {
        SvgSurface surface = new SvgSurface(view.lettering().family());
        paint(surface);
        return surface.document(title, area(), view.palette().of(Ink.PAGE));
    }

    public WritableImage image() {
        Span area = area();
        double scale =
                Math.min(SHARP, MOST_PIXELS / Math.max(1, Math.max(area.width(), area.height())));
        Canvas canvas = new Canvas(area.width() * scale, area.height() * scale);
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.setFontSmoothingType(FontSmoothingType.GRAY);
        to.setFill(view.palette().of(Ink.PAGE));
        to.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        to.setTransform(scale, 0, 0, scale, -area.x() * scale, -area.y() * scale);
        paint(new CanvasSurface(to, view.lettering()));
        return canvas.snapshot(new SnapshotParameters(), null);
    }

    private void paint(Surface surface) {
        Placement placement = view.placementProperty().get();
        Painter painter =
                new Painter(placement, view.palette(), view.lettering(), view.emphasis(), surface);
        painter.frames(Detail.ALL);
        painter.arrows(placement.picture().arrows(), Detail.ALL);
        painter.boxes(placement.picture().boxes(), Detail.ALL);
    }

    private Span area() {
        Placement placement = view.placementProperty().get();
        return new Span(0, 0, Math.max(1, placement.width()), Math.max(1, placement.height()))
                .grown(EDGE);
    }
}
