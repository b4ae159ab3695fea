package dev.curfew.views.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Places a changed picture without moving what was there: new boxes go into free room beside those
 * that they are joined to.
 */
final class KeptPlaces {
    /** With more new boxes than this share of all, a new layout reads better than an old one. */
    private static final double MOST_NEW = 0.3;

    private static final int ALWAYS_FEW = 12;

    private final GraphPicture picture;
    private final Placement before;
    private final Sizes sizes;
    private final Skeleton skeleton = new Skeleton();
    private final Occupied occupied = new Occupied();

    private KeptPlaces(GraphPicture picture, Placement before) {
        this.picture = picture;
        this.before = before;
        this.sizes = before.sizes();
    }

    static boolean isSmallChange(GraphPicture picture, Placement before) {
        long added = picture.boxes().stream().filter(box -> !before.has(box.id())).count();
        boolean few = added <= Math.max(ALWAYS_FEW, picture.size() * MOST_NEW);
        return few && added < picture.size();
    }

    /** What it can place; boxes that are joined to nothing placed are left out. */
    static Skeleton place(GraphPicture picture, Placement before) {
        return new KeptPlaces(picture, before).place();
    }

    private Skeleton place() {
        List<Box> waiting = new ArrayList<>();
        for (Box box : picture.boxes()) {
            if (before.has(box.id())) {
                put(box, before.spot(box.id()));
            } else {
                waiting.add(box);
            }
        }
        boolean found = true;
        while (found) {
            found = waiting.removeIf(this::beside);
        }
        Set<String> moved = new HashSet<>();
        picture.boxes().stream()
                .filter(box -> !before.has(box.id()))
                .forEach(box -> moved.add(box.id()));
        for (Arrow arrow : picture.arrows()) {
            List<Double> lanes = before.lanes().get(arrow.id());
            if (lanes != null && !moved.contains(arrow.from()) && !moved.contains(arrow.to())) {
                skeleton.lanes.put(arrow.id(), lanes);
            }
        }
        return skeleton;
    }

    private void put(Box box, Spot spot) {
        skeleton.spots.put(box.id(), spot);
        occupied.take(
                spot.column(),
                spot.y() - sizes.rowGap(),
                spot.y() + sizes.boxHeight() + sizes.rowGap());
    }

    private boolean beside(Box box) {
        List<Spot> sources = spots(picture.into(box.id()).stream().map(Arrow::from)).toList();
        List<Spot> targets = spots(picture.outOf(box.id()).stream().map(Arrow::to)).toList();
        Set<Spot> all = new LinkedHashSet<>(sources);
        all.addAll(targets);
        OptionalDouble wish = all.stream().mapToDouble(Spot::y).average();
        if (wish.isEmpty()) {
            return false;
        }
        OptionalInt after = sources.stream().mapToInt(spot -> spot.column() + 1).max();
        int column =
                after.orElseGet(() ->
                        Math.max(0, targets.stream().mapToInt(Spot::column).min().orElse(0) - 1));
        double top = Math.rint(occupied.nearest(column, wish.getAsDouble(), sizes.boxHeight()));
        put(box, new Spot(column, top));
        return true;
    }

    private Stream<Spot> spots(Stream<String> boxes) {
        return boxes.filter(skeleton.spots::containsKey)
                .map(box -> Objects.requireNonNull(skeleton.spots.get(box)));
    }
}
