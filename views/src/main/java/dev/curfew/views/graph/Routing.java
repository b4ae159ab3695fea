package dev.curfew.views.graph;

import dev.curfew.views.graph.BorderBands.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes lines, chips and frames from places and lanes. */
final class Routing {
    /** Where a line may touch the side of a box, from its corners. */
    private static final double CORNER = 8;

    private static final double MOST_BETWEEN_LINES = 11;
    private static final double APART = 0.66;

    private final GraphPicture picture;
    private final Sizes sizes;
    private final Skeleton skeleton;
    private final Map<String, Double> starts = new HashMap<>();
    private final Map<String, Double> ends = new HashMap<>();

    private Routing(GraphPicture picture, Sizes sizes, Skeleton skeleton) {
        this.picture = picture;
        this.sizes = sizes;
        this.skeleton = skeleton;
    }

    static Placement finish(
            GraphPicture picture, List<List<Box>> parts, Sizes sizes, Skeleton skeleton) {
        Lanes.fill(picture, sizes, skeleton);
        Routing routing = new Routing(picture, sizes, skeleton);
        Map<String, Route> routes = routing.routes();
        int columns = 0;
        double bottom = skeleton.bottom(sizes);
        for (Spot spot : skeleton.spots.values()) {
            columns = Math.max(columns, spot.column() + 1);
        }
        List<Frame> frames = routing.frames(parts);
        for (Frame frame : frames) {
            bottom = Math.max(bottom, frame.y() + frame.height());
        }
        return new Placement(
                picture,
                sizes,
                Map.copyOf(skeleton.spots),
                Map.copyOf(skeleton.lanes),
                Map.copyOf(routes),
                frames,
                columns,
                columns == 0 ? 0 : sizes.right(columns - 1),
                skeleton.spots.isEmpty() ? 0 : bottom);
    }

    private Map<String, Route> routes() {
        picture.boxes().forEach(this::spreadAtSides);
        Map<String, Route> routes = new HashMap<>();
        for (Arrow arrow : picture.arrows()) {
            routes.put(arrow.id(), route(arrow));
        }
        return ChipPlaces.apart(picture, routes, sizes);
    }

    /** Lines at one side of a box lie in the order of where they come from or go to. */
    private void spreadAtSides(Box box) {
        List<Touch> left = new ArrayList<>();
        List<Touch> right = new ArrayList<>();
        int own = spot(box.id()).column();
        for (Arrow arrow : picture.outOf(box.id())) {
            boolean forward = spot(arrow.to()).column() >= own;
            (forward ? right : left).add(new Touch(arrow, true, beyond(arrow, true)));
        }
        for (Arrow arrow : picture.into(box.id())) {
            boolean forward = spot(arrow.from()).column() < own;
            (forward ? left : right).add(new Touch(arrow, false, beyond(arrow, false)));
        }
        spread(box, left);
        spread(box, right);
    }

    private record Touch(Arrow arrow, boolean start, double beyond) {}

    /** How high the next thing is that an arrow comes to, seen from one of its ends. */
    private double beyond(Arrow arrow, boolean atStart) {
        List<Double> lanes = lanes(arrow);
        double other = spot(atStart ? arrow.to() : arrow.from()).y() + sizes.boxHeight() / 2;
        if (lanes.isEmpty()) {
            // The end of a loop lies below its start.
            return arrow.isLoop() ? other + (atStart ? -1 : 1) : other;
        }
        return atStart ? lanes.getFirst() : lanes.getLast();
    }

    private void spread(Box box, List<Touch> touches) {
        touches.sort(
                Comparator.comparingDouble(Touch::beyond)
                        .thenComparing(touch -> touch.arrow().id()));
        double middle = spot(box.id()).y() + sizes.boxHeight() / 2;
        double room = sizes.boxHeight() - 2 * CORNER;
        double step =
                touches.size() < 2 ? 0 : Math.min(MOST_BETWEEN_LINES, room / (touches.size() - 1));
        double at = middle - step * (touches.size() - 1) / 2;
        for (Touch touch : touches) {
            (touch.start() ? starts : ends).put(touch.arrow().id(), at);
            at += step;
        }
    }

    private Route route(Arrow arrow) {
        int from = spot(arrow.from()).column();
        int to = spot(arrow.to()).column();
        boolean leavesRight = to >= from;
        boolean arrivesLeft = to > from;
        List<Point> points = new ArrayList<>();
        points.add(new Point(leavesRight ? sizes.right(from) : sizes.left(from), start(arrow)));
        int column = from;
        for (double y : lanes(arrow)) {
            column += arrivesLeft ? 1 : -1;
            points.add(new Point(arrivesLeft ? sizes.left(column) : sizes.right(column), y));
            points.add(new Point(arrivesLeft ? sizes.right(column) : sizes.left(column), y));
        }
        points.add(new Point(arrivesLeft ? sizes.left(to) : sizes.right(to), end(arrow)));
        Point first = points.getFirst();
        Point second = points.get(1);
        boolean back = points.size() == 2 && first.x() == second.x();
        double bulge = back ? Route.BULGE * 0.75 : 0;
        double share = back ? 0.5 : chipShare(arrow);
        Point chip =
                new Point(
                        first.x() + (second.x() - first.x()) * across(share) + bulge,
                        first.y() + (second.y() - first.y()) * up(share));
        return new Route(points, arrivesLeft, chip);
    }

    /** Where many lines leave or arrive together, chips stand where these are apart. */
    private double chipShare(Arrow arrow) {
        int beside = picture.outOf(arrow.from()).size();
        int facing = picture.into(arrow.to()).size();
        return beside == facing ? 0.5 : beside > facing ? APART : 1 - APART;
    }

    /** How far a curve has come after a share of its way, from 0 to 1. */
    private static double across(double t) {
        return 1.5 * t * (1 - t) + t * t * t;
    }

    private static double up(double t) {
        return 3 * t * t - 2 * t * t * t;
    }

    private List<Frame> frames(List<List<Box>> parts) {
        List<Frame> frames = new ArrayList<>();
        for (List<Box> part : parts) {
            Map<Border, Set<String>> groups = new LinkedHashMap<>();
            for (Box box : part) {
                box.border()
                        .flatMap(picture::border)
                        .ifPresent(border ->
                                groups.computeIfAbsent(border, any -> new LinkedHashSet<>())
                                        .add(box.id()));
            }
            groups.forEach((border, boxes) -> frames.add(frame(border, boxes)));
        }
        return List.copyOf(frames);
    }

    private Frame frame(Border border, Set<String> boxes) {
        Area area = Area.around(boxes, skeleton, sizes);
        double left = sizes.left(area.first()) - Sizes.FRAME;
        double right = sizes.right(area.last()) + Sizes.FRAME;
        return new Frame(border, left, area.top(), right - left, area.bottom() - area.top());
    }

    private double start(Arrow arrow) {
        return Objects.requireNonNull(starts.get(arrow.id()), arrow.id());
    }

    private double end(Arrow arrow) {
        return Objects.requireNonNull(ends.get(arrow.id()), arrow.id());
    }

    private List<Double> lanes(Arrow arrow) {
        return skeleton.lanes.getOrDefault(arrow.id(), List.of());
    }

    private Spot spot(String box) {
        return Objects.requireNonNull(skeleton.spots.get(box), box);
    }
}
