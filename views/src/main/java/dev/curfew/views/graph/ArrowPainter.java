package dev.curfew.views.graph;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.graph.Arrow.Verdict;
import javafx.scene.paint.Color;

/** Draws one arrow: its line with its head, and its chips or the sign of its verdict. */
final class ArrowPainter {
    private static final double HEAD = 8;
    private static final double PADDING = 6;
    private static final double SIGN = 11;

    private final Sizes sizes;
    private final Lettering lettering;
    private final Surface surface;

    ArrowPainter(Sizes sizes, Lettering lettering, Surface surface) {
        this.sizes = sizes;
        this.lettering = lettering;
        this.surface = surface;
    }

    void line(Arrow arrow, Route route, Palette inks, boolean foremost, Detail detail) {
        Color color = color(arrow, inks, foremost);
        double width = foremost ? 2.2 : arrow.isGrave() && !isOver(arrow) ? 1.8 : 1.3;
        Stroke stroke = new Stroke(color, Math.max(width, detail.hairline()), dash(arrow));
        surface.route(route, stroke);
        Point tip = route.end();
        double back = route.forward() ? -HEAD : HEAD;
        if (arrow.aside()) {
            Stroke edge = new Stroke(color, stroke.width());
            surface.line(new Point(tip.x() + back, tip.y() - HEAD / 2), tip, edge);
            surface.line(new Point(tip.x() + back, tip.y() + HEAD / 2), tip, edge);
            return;
        }
        surface.triangle(
                tip,
                new Point(tip.x() + back, tip.y() - HEAD / 2),
                new Point(tip.x() + back, tip.y() + HEAD / 2),
                color);
    }

    private static Stroke.Dash dash(Arrow arrow) {
        if (arrow.aside()) {
            return Stroke.Dash.DOTTED;
        }
        return isOver(arrow) ? Stroke.Dash.DASHED : Stroke.Dash.NONE;
    }

    private static boolean isOver(Arrow arrow) {
        return arrow.ended() || arrow.removed();
    }

    private static Color color(Arrow arrow, Palette inks, boolean foremost) {
        if (arrow.removed()) {
            return inks.of(Ink.MUTED);
        }
        if (arrow.isGrave() && !arrow.ended()) {
            return inks.of(Ink.DANGER);
        }
        return inks.of(foremost ? Ink.ACCENT : Ink.ARROW);
    }

    void chips(Arrow arrow, Route route, Palette inks) {
        Point middle = route.chip();
        if (arrow.chips().isEmpty()) {
            sign(arrow, middle, inks);
            return;
        }
        double y = middle.y() - Sizes.chips(arrow.chips().size()) / 2;
        for (Chip chip : arrow.chips()) {
            chip(chip, arrow, middle.x(), y, inks);
            y += Sizes.CHIP_HEIGHT + Sizes.CHIP_GAP;
        }
    }

    private void chip(Chip chip, Arrow arrow, double middle, double y, Palette inks) {
        boolean grave = chip.change().isGrave() && !isOver(arrow);
        boolean forbidden = chip.change() == Chip.Change.FORBIDDEN;
        boolean planned =
                chip.change() == Chip.Change.PLANNED || chip.change() == Chip.Change.RETURNS;
        Face face = grave || planned ? Face.CHIP_STRONG : Face.CHIP;
        double sign = forbidden ? SIGN + 3 : 0;
        String words = lettering.cut(chip.words(), face, sizes.chipWidth() - 2 * PADDING - sign);
        double text = lettering.width(words, face);
        double width = text + sign + 2 * PADDING;
        double left = Math.rint(middle - width / 2);
        Color color = inks.of(chipInk(grave, planned || !isOver(arrow)));
        surface.fill(left, y, width, Sizes.CHIP_HEIGHT, 4, inks.of(Ink.PAGE));
        surface.outline(
                left,
                y,
                width,
                Sizes.CHIP_HEIGHT,
                4,
                new Stroke(inks.of(grave ? Ink.DANGER : Ink.EDGE), 1));
        if (forbidden) {
            surface.icon(AppIcon.CONTAIN, left + PADDING - 1, y + 3, SIGN, color);
        }
        surface.text(words, left + PADDING + sign, y + 12.5, face, color);
        if (arrow.removed() && !planned) {
            double strike = y + Sizes.CHIP_HEIGHT / 2;
            surface.line(
                    new Point(left + 2, strike),
                    new Point(left + width - 2, strike),
                    new Stroke(inks.of(Ink.TEXT), 1.2));
        }
    }

    private static Ink chipInk(boolean grave, boolean counts) {
        return grave ? Ink.DANGER : counts ? Ink.TEXT : Ink.MUTED;
    }

    /** What chips would have said. */
    private void sign(Arrow arrow, Point at, Palette inks) {
        if (arrow.removed()) {
            Stroke stroke = new Stroke(inks.of(Ink.MUTED), 2);
            surface.line(
                    new Point(at.x() - 5, at.y() - 5), new Point(at.x() + 5, at.y() + 5), stroke);
            surface.line(
                    new Point(at.x() - 5, at.y() + 5), new Point(at.x() + 5, at.y() - 5), stroke);
        } else if (arrow.isGrave()) {
            Stroke stroke = new Stroke(inks.of(Ink.DANGER), 1.6);
            surface.circle(at, 7, inks.of(Ink.PAGE), stroke);
            if (arrow.verdict() == Verdict.FORBIDDEN) {
                surface.line(
                        new Point(at.x() - 4.5, at.y() - 4.5),
                        new Point(at.x() + 4.5, at.y() + 4.5),
                        stroke);
            } else {
                surface.line(new Point(at.x() - 4, at.y()), new Point(at.x() + 4, at.y()), stroke);
                surface.line(new Point(at.x(), at.y() - 4), new Point(at.x(), at.y() + 4), stroke);
            }
        }
    }
}
