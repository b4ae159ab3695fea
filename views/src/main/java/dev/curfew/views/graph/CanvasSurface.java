package dev.curfew.views.graph;

import dev.curfew.icons.AppIcon;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Draws into a canvas whose transform is the camera's. JavaFX thread only. */
final class CanvasSurface implements Surface {
    private static final Map<AppIcon, Text> GLYPHS = new EnumMap<>(AppIcon.class);

    private final GraphicsContext to;
    private final Lettering lettering;
    private final boolean plain;

    CanvasSurface(GraphicsContext to, Lettering lettering) {
        this(to, lettering, false);
    }

    /**
     * @param plain corners are not rounded: without a graphics card that is many times faster
     */
    CanvasSurface(GraphicsContext to, Lettering lettering, boolean plain) {
        this.to = to;
        this.lettering = lettering;
        this.plain = plain;
        to.setLineCap(StrokeLineCap.BUTT);
    }

    @Override
    public void fill(double x, double y, double width, double height, double radius, Color color) {
        to.setFill(color);
        if (plain) {
            to.fillRect(x, y, width, height);
        } else {
            to.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
        }
    }

    @Override
    public void outline(
            double x, double y, double width, double height, double radius, Stroke stroke) {
        if (plain) {
            edges(x, y, width, height, stroke);
            return;
        }
        with(stroke);
        double in = stroke.width() / 2;
        to.strokeRoundRect(
                x + in,
                y + in,
                width - stroke.width(),
                height - stroke.width(),
                2 * radius,
                2 * radius);
    }

    private void edges(double x, double y, double width, double height, Stroke stroke) {
        double thick = stroke.width();
        to.setFill(stroke.color());
        to.fillRect(x, y, width, thick);
        to.fillRect(x, y + height - thick, width, thick);
        to.fillRect(x, y, thick, height);
        to.fillRect(x + width - thick, y, thick, height);
    }

    @Override
    public void route(Route route, Stroke stroke) {
        with(stroke);
        to.beginPath();
        to.moveTo(route.start().x(), route.start().y());
        for (int i = 0; i + 1 < route.points().size(); i++) {
            Point end = route.points().get(i + 1);
            if (i % 2 == 1) {
                to.lineTo(end.x(), end.y());
            } else {
                Point[] bend = route.bend(i);
                to.bezierCurveTo(
                        bend[0].x(), bend[0].y(), bend[1].x(), bend[1].y(), end.x(), end.y());
            }
        }
        to.stroke();
    }

    @Override
    public void line(Point from, Point end, Stroke stroke) {
        with(stroke);
        to.strokeLine(from.x(), from.y(), end.x(), end.y());
    }

    @Override
    public void circle(Point middle, double radius, Color fill, Stroke edge) {
        to.setFill(fill);
        to.fillOval(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius);
        with(edge);
        to.strokeOval(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void triangle(Point a, Point b, Point c, Color color) {
        to.setFill(color);
        to.fillPolygon(new double[] {a.x(), b.x(), c.x()}, new double[] {a.y(), b.y(), c.y()}, 3);
    }

    @Override
    public void text(String words, double x, double y, Face face, Color color) {
        to.setFont(lettering.font(face));
        to.setFill(color);
        to.fillText(words, x, y);
    }

    @Override
    public void icon(AppIcon icon, double x, double y, double size, Color color) {
        Text glyph = glyph(icon);
        to.setFont(Font.font(glyph.getFont().getFamily(), size));
        to.setFill(color);
        // The icon font's squares begin at the line's top.
        to.fillText(glyph.getText(), x, y + size);
    }

    static Text glyph(AppIcon icon) {
        return GLYPHS.computeIfAbsent(icon, CanvasSurface::styled);
    }

    /** An icon learns its font from its own style, and so only within a scene. */
    private static Text styled(AppIcon icon) {
        Text glyph = icon.view();
        Group group = new Group(glyph);
        new Scene(group);
        group.applyCss();
        return glyph;
    }

    private void with(Stroke stroke) {
        to.setStroke(stroke.color());
        to.setLineWidth(stroke.width());
        if (stroke.dash() == Stroke.Dash.NONE) {
            to.setLineDashes((double[]) null);
        } else {
            to.setLineDashes(stroke.dash().pattern());
        }
    }
}
