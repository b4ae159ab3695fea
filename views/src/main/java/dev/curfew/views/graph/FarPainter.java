package dev.curfew.views.graph;

import java.util.List;

/** Draws a picture as pixels, where its boxes are too many or too small to be drawn in full. */
final class FarPainter {
    /** Below this scale a curve is not told from a line. */
    private static final double CURVES = 0.12;

    private final Placement placement;
    private final Emphasis emphasis;
    private final int page;
    private final int arrow;
    private final int box;
    private final int danger;
    private final int warning;
    private final int accent;
    private final int frame;

    FarPainter(Placement placement, Palette palette, Emphasis emphasis) {
        this.placement = placement;
        this.emphasis = emphasis;
        page = Raster.argb(palette.of(Ink.PAGE));
        boolean chain = emphasis.hasChain();
        Palette inks = chain ? palette.faded() : palette;
        arrow = Raster.argb(palette.of(Ink.PAGE).interpolate(inks.of(Ink.ARROW), 0.6));
        box = Raster.argb(inks.of(Ink.ARROW));
        danger = Raster.argb(inks.of(Ink.DANGER));
        warning = Raster.argb(inks.of(Ink.WARNING));
        accent = Raster.argb(palette.of(Ink.ACCENT));
        frame = Raster.argb(palette.of(Ink.MUTED));
    }

    void clear(Raster raster) {
        raster.clear(page);
    }

    void frames(Raster raster, Camera camera) {
        for (Frame one : placement.frames()) {
            double left = camera.toScreenX(one.x());
            double top = camera.toScreenY(one.y());
            double right = camera.toScreenX(one.x() + one.width());
            double bottom = camera.toScreenY(one.y() + one.height());
            raster.line(left, top, right, top, frame);
            raster.line(right, top, right, bottom, frame);
            raster.line(right, bottom, left, bottom, frame);
            raster.line(left, bottom, left, top, frame);
        }
    }

    void arrows(List<Arrow> arrows, Raster raster, Camera camera) {
        int steps = camera.scale() < CURVES ? 1 : 8;
        for (boolean foremost : new boolean[] {false, true}) {
            for (Arrow one : arrows) {
                boolean onChain = emphasis.isOnChain(one) || emphasis.isSelected(one);
                boolean grave = one.isGrave() && !one.ended();
                if ((onChain || grave) == foremost) {
                    int color = onChain ? accent : grave ? danger : arrow;
                    Curves.along(
                            placement.route(one.id()),
                            steps,
                            (fromX, fromY, toX, toY) ->
                                    raster.line(
                                            camera.toScreenX(fromX),
                                            camera.toScreenY(fromY),
                                            camera.toScreenX(toX),
                                            camera.toScreenY(toY),
                                            color));
                }
            }
        }
    }

    void boxes(List<Box> boxes, Raster raster, Camera camera) {
        Sizes sizes = placement.sizes();
        double width = Math.max(2, sizes.boxWidth() * camera.scale());
        double height = Math.max(1, sizes.boxHeight() * camera.scale());
        for (Box one : boxes) {
            raster.fill(
                    camera.toScreenX(placement.left(one.id())),
                    camera.toScreenY(placement.top(one.id())),
                    width,
                    height,
                    color(one));
        }
    }

    private int color(Box one) {
        if (emphasis.isSelected(one) || emphasis.isOnChain(one)) {
            return accent;
        }
        return switch (one.tone()) {
            case DANGER -> danger;
            case WARNING -> warning;
            case NEUTRAL, MUTED, ACCENT, SUCCESS -> box;
        };
    }
}
