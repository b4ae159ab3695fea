package dev.curfew.views.graph;

import dev.curfew.icons.AppIcon;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Writes the same drawing as an SVG document. Texts stay texts, icons become outlines, so that no
 * font of ours is needed to read it. JavaFX thread only.
 */
final class SvgSurface implements Surface {
    private final StringBuilder svg = new StringBuilder(1 << 14);
    private final String family;

    SvgSurface(String family) {
        this.family = family;
    }

    /**
     * The whole document.
     *
     * @param title what a reader of the file is told that it is
     */
    String document(String title, Span area, Color page) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%s" height="%s" viewBox="%s %s %s %s">
        <title>%s</title>
        <rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>
        %s</svg>
        """
                .formatted(
                        number(area.width()),
                        number(area.height()),
                        number(area.x()),
                        number(area.y()),
                        number(area.width()),
                        number(area.height()),
                        escaped(title),
                        number(area.x()),
                        number(area.y()),
                        number(area.width()),
                        number(area.height()),
                        hex(page),
                        svg);
    }

    @Override
    public void fill(double x, double y, double width, double height, double radius, Color color) {
        tag(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\"/>",
                number(x), number(y), number(width), number(height), number(radius), hex(color));
    }

    @Override
    public void outline(
            double x, double y, double width, double height, double radius, Stroke stroke) {
        double in = stroke.width() / 2;
        tag(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"none\"%s/>",
                number(x + in),
                number(y + in),
                number(width - stroke.width()),
                number(height - stroke.width()),
                number(radius),
                stroked(stroke));
    }

    @Override
    public void route(Route route, Stroke stroke) {
        StringBuilder path = new StringBuilder("M" + pair(route.start()));
        for (int i = 0; i + 1 < route.points().size(); i++) {
            Point end = route.points().get(i + 1);
            if (i % 2 == 1) {
                path.append(" L").append(pair(end));
            } else {
                Point[] bend = route.bend(i);
                path.append(" C").append(pair(bend[0])).append(' ').append(pair(bend[1]));
                path.append(' ').append(pair(end));
            }
        }
        tag("<path d=\"%s\" fill=\"none\"%s/>", path, stroked(stroke));
    }

    @Override
    public void line(Point from, Point to, Stroke stroke) {
        tag("<path d=\"M%s L%s\" fill=\"none\"%s/>", pair(from), pair(to), stroked(stroke));
    }

    @Override
    public void circle(Point middle, double radius, Color fill, Stroke edge) {
        tag(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"%s/>",
                number(middle.x()), number(middle.y()), number(radius), hex(fill), stroked(edge));
    }

    @Override
    public void triangle(Point a, Point b, Point c, Color color) {
        tag("<path d=\"M%s L%s L%s Z\" fill=\"%s\"/>", pair(a), pair(b), pair(c), hex(color));
    }

    @Override
    public void text(String words, double x, double y, Face face, Color color) {
        tag(
                "<text x=\"%s\" y=\"%s\" font-family=\"%s, sans-serif\" font-size=\"%s\"%s fill=\"%s\">%s</text>",
                number(x),
                number(y),
                escaped(family),
                number(face.size()),
                face.bold() ? " font-weight=\"bold\"" : "",
                hex(color),
                escaped(words));
    }

    @Override
    public void icon(AppIcon icon, double x, double y, double size, Color color) {
        Text glyph = CanvasSurface.glyph(icon);
        Text sized = new Text(glyph.getText());
        sized.setFont(Font.font(glyph.getFont().getFamily(), size));
        Shape outline = Shape.subtract(sized, new Rectangle());
        if (outline instanceof Path path && !path.getElements().isEmpty()) {
            Bounds bounds = outline.getBoundsInLocal();
            tag(
                    "<path transform=\"translate(%s %s)\" fill-rule=\"evenodd\" fill=\"%s\" d=\"%s\"/>",
                    number(x + (size - bounds.getWidth()) / 2 - bounds.getMinX()),
                    number(y + (size - bounds.getHeight()) / 2 - bounds.getMinY()),
                    hex(color),
                    data(path));
        }
    }

    private static String data(Path path) {
        StringBuilder data = new StringBuilder();
        for (PathElement element : path.getElements()) {
            switch (element) {
                case MoveTo to -> data.append("M").append(pair(to.getX(), to.getY()));
                case LineTo to -> data.append("L").append(pair(to.getX(), to.getY()));
                case QuadCurveTo to ->
                        data.append("Q")
                                .append(pair(to.getControlX(), to.getControlY()))
                                .append(' ')
                                .append(pair(to.getX(), to.getY()));
                case CubicCurveTo to ->
                        data.append("C")
                                .append(pair(to.getControlX1(), to.getControlY1()))
                                .append(' ')
                                .append(pair(to.getControlX2(), to.getControlY2()))
                                .append(' ')
                                .append(pair(to.getX(), to.getY()));
                case ClosePath _ -> data.append("Z");
                default -> throw new IllegalStateException(element.toString());
            }
        }
        return data.toString();
    }

    private void tag(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    }

    private static String stroked(Stroke stroke) {
        double[] dash = stroke.dash().pattern();
        String dashes =
                dash.length == 0
                        ? ""
                        : " stroke-dasharray=\"" + number(dash[0]) + " " + number(dash[1]) + "\"";
        return String.format(
                Locale.ROOT,
                " stroke=\"%s\" stroke-width=\"%s\"%s",
                hex(stroke.color()),
                number(stroke.width()),
                dashes);
    }

    private static String pair(Point point) {
        return pair(point.x(), point.y());
    }

    private static String pair(double x, double y) {
        return number(x) + " " + number(y);
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : Double.toString(rounded);
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", Raster.argb(color) & 0xffffff);
    }

    /** Names come from servers: markup in them is text, and what XML does not allow is shown. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 8);
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        default -> {
                            boolean allowed =
                                    c >= 0x20
                                            && !(c >= 0x7f && c <= 0x9f)
                                            && !(c >= 0xd800 && c <= 0xdfff)
                                            && c != 0xfffe
                                            && c != 0xffff;
                            safe.appendCodePoint(allowed ? c : 0xfffd);
                        }
                    }
                });
        return safe.toString();
    }
}
