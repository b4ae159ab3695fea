package dev.curfew.views.graph;

import dev.curfew.icons.AppIcon;
import javafx.scene.paint.Color;

/** What a picture is drawn on: the window, or a file. All in the picture's own units. */
interface Surface {
    void fill(double x, double y, double width, double height, double radius, Color color);

    void outline(double x, double y, double width, double height, double radius, Stroke stroke);

    void route(Route route, Stroke stroke);

    void line(Point from, Point to, Stroke stroke);

    void circle(Point middle, double radius, Color fill, Stroke edge);

    void triangle(Point a, Point b, Point c, Color color);

    /**
     * Writes a line of text.
     *
     * @param y its base line
     */
    void text(String words, double x, double y, Face face, Color color);

    /** Draws an icon into a square with this upper left corner. */
    void icon(AppIcon icon, double x, double y, double size, Color color);
}
