package dev.curfew.views.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Moves the boxes of a border below the others of their columns where its frame would hold boxes
 * that are not its own.
 */
final class BorderBands {
    private final GraphPicture picture;
    private final Sizes sizes;
    private final Skeleton skeleton;

    private BorderBands(GraphPicture picture, Sizes sizes, Skeleton skeleton) {
        this.picture = picture;
        this.sizes = sizes;
        this.skeleton = skeleton;
    }

    static void apply(GraphPicture picture, List<Box> part, Sizes sizes, Skeleton skeleton) {
        BorderBands bands = new BorderBands(picture, sizes, skeleton);
        List<Set<String>> groups = bands.groups(part);
        groups.forEach(group -> bands.separate(group, part, groups));
    }

    /** By border, in the order of their first boxes. */
    private List<Set<String>> groups(List<Box> part) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (Box box : part) {
            box.border()
                    .ifPresent(border ->
                            found.computeIfAbsent(border, any -> new LinkedHashSet<>())
                                    .add(box.id()));
        }
        return new ArrayList<>(found.values());
    }

    private void separate(Set<String> group, List<Box> part, List<Set<String>> groups) {
        Area area = Area.around(group, skeleton, sizes);
        List<Box> others = part.stream().filter(box -> !group.contains(box.id())).toList();
        boolean alone =
                others.stream().noneMatch(box -> area.holds(spot(box.id()), sizes))
                        && groups.stream()
                                .filter(other -> !other.equals(group))
                                .noneMatch(
                                        other -> Area.around(other, skeleton, sizes).touches(area));
        if (alone) {
            return;
        }
        double lowest = 0;
        for (Box box : others) {
            Spot spot = spot(box.id());
            boolean framed = box.border().isPresent();
            if (area.spans(spot.column()) || framed) {
                double below = framed ? Sizes.FRAME : 0;
                lowest = Math.max(lowest, spot.y() + sizes.boxHeight() + below);
            }
        }
        for (Arrow arrow : picture.arrows()) {
            lowest = Math.max(lowest, lowestLane(arrow, group, area));
        }
        lower(group, lowest + sizes.rowGap() - area.top());
    }

    private double lowestLane(Arrow arrow, Set<String> group, Area area) {
        List<Double> lanes = skeleton.lanes.getOrDefault(arrow.id(), List.of());
        if (lanes.isEmpty() || group.contains(arrow.from()) || group.contains(arrow.to())) {
            return 0;
        }
        double lowest = 0;
        int from = spot(arrow.from()).column();
        int step = Integer.signum(spot(arrow.to()).column() - from);
        for (int i = 0; i < lanes.size(); i++) {
            if (area.spans(from + step * (i + 1))) {
                lowest = Math.max(lowest, lanes.get(i));
            }
        }
        return lowest;
    }

    private void lower(Set<String> group, double by) {
        for (String box : group) {
            skeleton.spots.put(box, spot(box).lowered(by));
            for (Arrow arrow : picture.outOf(box)) {
                if (group.contains(arrow.to())) {
                    skeleton.lanes.computeIfPresent(
                            arrow.id(), (id, ys) -> ys.stream().map(y -> y + by).toList());
                } else {
                    skeleton.lanes.remove(arrow.id());
                }
            }
            picture.into(box).stream()
                    .filter(arrow -> !group.contains(arrow.from()))
                    .forEach(arrow -> skeleton.lanes.remove(arrow.id()));
        }
    }

    private Spot spot(String box) {
        return Objects.requireNonNull(skeleton.spots.get(box), box);
    }

    /** What a frame around boxes covers. */
    record Area(int first, int last, double top, double bottom) {
        static Area around(Set<String> boxes, Skeleton skeleton, Sizes sizes) {
            int first = Integer.MAX_VALUE;
            int last = 0;
            double top = Double.MAX_VALUE;
            double bottom = 0;
            for (String box : boxes) {
                Spot spot = Objects.requireNonNull(skeleton.spots.get(box), box);
                first = Math.min(first, spot.column());
                last = Math.max(last, spot.column());
                top = Math.min(top, spot.y());
                bottom = Math.max(bottom, spot.y() + sizes.boxHeight());
            }
            return new Area(first, last, top - Sizes.FRAME_TITLE, bottom + Sizes.FRAME);
        }

        boolean spans(int column) {
            return column >= first && column <= last;
        }

        boolean holds(Spot spot, Sizes sizes) {
            return spans(spot.column()) && spot.y() < bottom && spot.y() + sizes.boxHeight() > top;
        }

        boolean touches(Area other) {
            return first <= other.last
                    && other.first <= last
                    && top < other.bottom
                    && other.top < bottom;
        }
    }
}
