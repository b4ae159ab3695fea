package dev.curfew.views.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which boxes and arrows lie in a part of a picture: squares, each with what touches it. */
final class SpatialIndex {
    private static final double SIDE = 600;

    /** A part with more squares than this is answered with everything. */
    private static final double MOST_SQUARES = 4_000;

    private final Placement placement;
    private final Map<Long, List<Box>> boxes = new HashMap<>();
    private final Map<Long, List<Arrow>> arrows = new HashMap<>();

    SpatialIndex(Placement placement) {
        this.placement = placement;
        Sizes sizes = placement.sizes();
        for (Box box : placement.picture().boxes()) {
            double left = placement.left(box.id());
            double top = placement.top(box.id());
            put(boxes, box, left, top, left + sizes.boxWidth(), top + sizes.boxHeight());
        }
        for (Arrow arrow : placement.picture().arrows()) {
            Route route = placement.route(arrow.id());
            double bulge = route.isBulge() ? Route.BULGE : 0;
            for (int i = 0; i + 1 < route.points().size(); i++) {
                Point from = route.points().get(i);
                Point to = route.points().get(i + 1);
                put(
                        arrows,
                        arrow,
                        Math.min(from.x(), to.x()),
                        Math.min(from.y(), to.y()) - Sizes.CHIP_HEIGHT,
                        Math.max(from.x(), to.x()) + bulge,
                        Math.max(from.y(), to.y()) + Sizes.CHIP_HEIGHT);
            }
        }
    }

    private static <T> void put(
            Map<Long, List<T>> into, T what, double left, double top, double right, double bottom) {
        for (int column = square(left); column <= square(right); column++) {
            for (int row = square(top); row <= square(bottom); row++) {
                List<T> square = into.computeIfAbsent(key(column, row), any -> new ArrayList<>());
                if (square.isEmpty() || !square.getLast().equals(what)) {
                    square.add(what);
                }
            }
        }
    }

    private static int square(double at) {
        return (int) Math.floor(at / SIDE);
    }

    private static long key(int column, int row) {
        return (long) column << 32 | (row & 0xffffffffL);
    }

    List<Box> boxesIn(Span part) {
        return in(part, boxes, placement.picture().boxes());
    }

    List<Arrow> arrowsIn(Span part) {
        return in(part, arrows, placement.picture().arrows());
    }

    private static <T> List<T> in(Span part, Map<Long, List<T>> squares, List<T> all) {
        int firstColumn = square(part.x());
        int lastColumn = square(part.x() + part.width());
        int firstRow = square(part.y());
        int lastRow = square(part.y() + part.height());
        double count = (lastColumn - firstColumn + 1.0) * (lastRow - firstRow + 1.0);
        if (count > MOST_SQUARES || count > squares.size()) {
            return all;
        }
        // By identity: what a thing is made of need not be looked at for each frame.
        Set<T> found = Collections.newSetFromMap(new IdentityHashMap<>());
        List<T> inOrder = new ArrayList<>();
        for (int column = firstColumn; column <= lastColumn; column++) {
            for (int row = firstRow; row <= lastRow; row++) {
                for (T one : squares.getOrDefault(key(column, row), List.of())) {
                    if (found.add(one)) {
                        inOrder.add(one);
                    }
                }
            }
        }
        return inOrder;
    }

    Optional<Box> boxAt(double x, double y) {
        Sizes sizes = placement.sizes();
        return boxesIn(new Span(x, y, 0, 0)).stream()
                .filter(box -> {
                    double left = placement.left(box.id());
                    double top = placement.top(box.id());
                    return x >= left
                            && x <= left + sizes.boxWidth()
                            && y >= top
                            && y <= top + sizes.boxHeight();
                })
                .findFirst();
    }

    /**
     * The arrow at a point, by its chips first and then by its line.
     *
     * @param near how far from its line still counts
     */
    Optional<Arrow> arrowAt(double x, double y, double near) {
        List<Arrow> around = arrowsIn(new Span(x - near, y - near, 2 * near, 2 * near));
        Optional<Arrow> byChip =
                around.stream().filter(arrow -> isOnChips(arrow, x, y)).findFirst();
        return byChip.isPresent()
                ? byChip
                : around.stream()
                        .filter(arrow -> Curves.distance(placement.route(arrow.id()), x, y) <= near)
                        .findFirst();
    }

    private boolean isOnChips(Arrow arrow, double x, double y) {
        Point middle = placement.route(arrow.id()).chip();
        return !arrow.chips().isEmpty()
                && Math.abs(x - middle.x()) <= placement.sizes().chipWidth() / 2
                && Math.abs(y - middle.y()) <= Sizes.chips(arrow.chips().size()) / 2;
    }
}
