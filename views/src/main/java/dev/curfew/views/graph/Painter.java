package dev.curfew.views.graph;

import dev.curfew.views.kit.Tone;
import java.util.List;
import javafx.scene.paint.Color;

/** Draws frames, then arrows, then chips, then boxes, in all their shapes. */
final class Painter {
    private static final double RADIUS = 5;

    /** Half the width of the diamond of a box with a critical finding. */
    private static final double BADGE = 5.5;

    private final Placement placement;
    private final Palette palette;
    private final Palette faded;
    private final Lettering lettering;
    private final Emphasis emphasis;
    private final Surface surface;
    private final ArrowPainter arrowPainter;

    Painter(
            Placement placement,
            Palette palette,
            Lettering lettering,
            Emphasis emphasis,
            Surface surface) {
        this.placement = placement;
        this.palette = palette;
        this.faded = palette.faded();
        this.lettering = lettering;
        this.emphasis = emphasis;
        this.surface = surface;
        arrowPainter = new ArrowPainter(placement.sizes(), lettering, surface);
    }

    void frames(Detail detail) {
        for (Frame frame : placement.frames()) {
            surface.fill(
                    frame.x(),
                    frame.y(),
                    frame.width(),
                    frame.height(),
                    RADIUS,
                    palette.of(Ink.CARD).interpolate(palette.of(Ink.PAGE), 0.4));
            surface.outline(
                    frame.x(),
                    frame.y(),
                    frame.width(),
                    frame.height(),
                    RADIUS,
                    new Stroke(
                            palette.of(Ink.MUTED),
                            Math.max(1, detail.hairline()),
                            Stroke.Dash.DOTTED));
            if (detail.names()) {
                surface.text(
                        lettering.cut(
                                frame.border().title(), Face.NOTE, frame.width() - 2 * Sizes.FRAME),
                        frame.x() + Sizes.FRAME,
                        frame.y() + 16,
                        Face.NOTE,
                        palette.of(Ink.MUTED));
            }
        }
    }

    void arrows(List<Arrow> arrows, Detail detail) {
        for (boolean onChain : new boolean[] {false, true}) {
            for (Arrow arrow : arrows) {
                if (isForemost(arrow) == onChain) {
                    arrowPainter.line(
                            arrow,
                            placement.route(arrow.id()),
                            inks(arrow),
                            isForemost(arrow),
                            detail);
                }
            }
        }
        if (detail.chips()) {
            for (Arrow arrow : arrows) {
                arrowPainter.chips(arrow, placement.route(arrow.id()), inks(arrow));
            }
        }
    }

    private boolean isForemost(Arrow arrow) {
        return emphasis.isOnChain(arrow) || emphasis.isSelected(arrow);
    }

    private Palette inks(Arrow arrow) {
        return emphasis.hasChain() && !isForemost(arrow) ? faded : palette;
    }

    void boxes(List<Box> boxes, Detail detail) {
        for (Box box : boxes) {
            box(box, detail);
        }
    }

    private void box(Box box, Detail detail) {
        boolean chosen = emphasis.isSelected(box);
        boolean onChain = chosen || emphasis.isOnChain(box);
        Palette inks = emphasis.hasChain() && !onChain ? faded : palette;
        Sizes sizes = placement.sizes();
        double x = placement.left(box.id());
        double y = placement.top(box.id());
        double width = sizes.boxWidth();
        double height = sizes.boxHeight();
        if (box.isFolded()) {
            surface.fill(x + 4, y + 4, width, height, RADIUS, inks.of(Ink.EDGE));
        }
        Ink back = onChain ? Ink.ACCENT_SOFT : Ink.CARD;
        if (onChain) {
            // The soft colour lets through what is behind it.
            surface.fill(x, y, width, height, RADIUS, inks.of(Ink.PAGE));
        }
        surface.fill(x, y, width, height, RADIUS, inks.of(back));
        surface.outline(x, y, width, height, RADIUS, edge(box, chosen, onChain, inks, detail));
        write(box, x, y, inks, detail);
        if (box.critical()) {
            diamond(x + width - 1, y + 1, BADGE + 2, inks.of(Ink.PAGE));
            diamond(x + width - 1, y + 1, BADGE, inks.of(Ink.DANGER));
        }
    }

    /** At the corner of a box, where no words are. */
    private void diamond(double x, double y, double half, Color color) {
        Point left = new Point(x - half, y);
        Point right = new Point(x + half, y);
        surface.triangle(left, new Point(x, y - half), right, color);
        surface.triangle(left, new Point(x, y + half), right, color);
    }

    private Stroke edge(Box box, boolean chosen, boolean onChain, Palette inks, Detail detail) {
        double least = detail.hairline();
        if (chosen || onChain) {
            return new Stroke(inks.of(Ink.ACCENT), Math.max(chosen ? 2 : 1.4, least));
        }
        return switch (box.tone()) {
            case DANGER, WARNING, SUCCESS -> new Stroke(inks.of(box.tone()), Math.max(1.2, least));
            case MUTED -> new Stroke(inks.of(Ink.EDGE), Math.max(1, least), Stroke.Dash.DASHED);
            case NEUTRAL, ACCENT -> new Stroke(inks.of(Ink.EDGE), Math.max(1, least));
        };
    }

    private void write(Box box, double x, double y, Palette inks, Detail detail) {
        Sizes sizes = placement.sizes();
        if (detail.icons()) {
            surface.icon(
                    box.icon(), x + 10, y + (sizes.boxHeight() - 15) / 2, 15, inks.of(Ink.MUTED));
        }
        if (!detail.names()) {
            return;
        }
        double left = x + 34;
        String count = box.isFolded() ? "×" + box.stands() : "";
        double countWidth = count.isEmpty() ? 0 : lettering.width(count, Face.CHIP_STRONG) + 8;
        double room = sizes.boxWidth() - 34 - 8 - countWidth;
        boolean oneLine = box.note().isEmpty() || !detail.notes();
        double base = oneLine ? y + sizes.boxHeight() / 2 + 4 : y + 18;
        Ink name = box.tone() == Tone.MUTED ? Ink.MUTED : Ink.TEXT;
        surface.text(
                lettering.cut(box.name(), Face.NAME, room), left, base, Face.NAME, inks.of(name));
        if (!oneLine) {
            surface.text(
                    lettering.cut(box.note(), Face.NOTE, sizes.boxWidth() - 34 - 8),
                    left,
                    y + 33,
                    Face.NOTE,
                    inks.of(box.tone() == Tone.NEUTRAL ? Tone.MUTED : box.tone()));
        }
        if (!count.isEmpty()) {
            surface.text(
                    count,
                    x + sizes.boxWidth() - countWidth,
                    y + 18,
                    Face.CHIP_STRONG,
                    inks.of(Ink.MUTED));
        }
    }
}
