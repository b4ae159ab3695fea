package dev.curfew.views.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is drawn, before anyone knows where. Immutable. Arrows whose ends are not there and boxes or
 * arrows whose id came before are left out: the picture shows the rest rather than nothing.
 */
public final class GraphPicture {
    public static final GraphPicture EMPTY = new GraphPicture(List.of(), List.of(), List.of());

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Map<String, Arrow> arrows = new LinkedHashMap<>();
    private final Map<String, Border> borders = new LinkedHashMap<>();
    private final Map<String, List<Arrow>> outOf = new HashMap<>();
    private final Map<String, List<Arrow>> into = new HashMap<>();
    private final List<Box> allBoxes;
    private final List<Arrow> allArrows;
    private final List<Border> allBorders;

    public GraphPicture(List<Box> boxes, List<Arrow> arrows, List<Border> borders) {
        boxes.forEach(box -> this.boxes.putIfAbsent(box.id(), box));
        borders.forEach(border -> this.borders.putIfAbsent(border.id(), border));
        for (Arrow arrow : arrows) {
            boolean whole =
                    this.boxes.containsKey(arrow.from()) && this.boxes.containsKey(arrow.to());
            if (whole && this.arrows.putIfAbsent(arrow.id(), arrow) == null) {
                outOf.computeIfAbsent(arrow.from(), any -> new ArrayList<>(2)).add(arrow);
                into.computeIfAbsent(arrow.to(), any -> new ArrayList<>(2)).add(arrow);
            }
        }
        allBoxes = List.copyOf(this.boxes.values());
        allArrows = List.copyOf(this.arrows.values());
        allBorders = List.copyOf(this.borders.values());
    }

    public List<Box> boxes() {
        return allBoxes;
    }

    public List<Arrow> arrows() {
        return allArrows;
    }

    public List<Border> borders() {
        return allBorders;
    }

    public Optional<Box> box(String id) {
        return Optional.ofNullable(boxes.get(id));
    }

    public Optional<Arrow> arrow(String id) {
        return Optional.ofNullable(arrows.get(id));
    }

    public Optional<Border> border(String id) {
        return Optional.ofNullable(borders.get(id));
    }

    public boolean isEmpty() {
        return boxes.isEmpty();
    }

    public int size() {
        return boxes.size();
    }

    public List<Arrow> outOf(String box) {
        return outOf.getOrDefault(box, List.of());
    }

    public List<Arrow> into(String box) {
        return into.getOrDefault(box, List.of());
    }

    /** The boxes beside this one, whichever way the arrows point. */
    public Set<String> neighbours(String box) {
        Set<String> found = new LinkedHashSet<>();
        into(box).forEach(arrow -> found.add(arrow.from()));
        outOf(box).forEach(arrow -> found.add(arrow.to()));
        found.remove(box);
        return found;
    }

    /** These boxes and the arrows between them. */
    public GraphPicture only(Set<String> kept) {
        return new GraphPicture(
                allBoxes.stream().filter(box -> kept.contains(box.id())).toList(),
                allArrows,
                allBorders);
    }
}
