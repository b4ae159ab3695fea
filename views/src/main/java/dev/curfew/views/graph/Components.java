package dev.curfew.views.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a picture that no arrow joins, in the order of their first boxes. */
final class Components {
    private final Map<String, String> parents = new HashMap<>();

    private Components() {}

    static List<List<Box>> of(GraphPicture picture) {
        Components found = new Components();
        for (Arrow arrow : picture.arrows()) {
            found.parents.put(found.root(arrow.from()), found.root(arrow.to()));
        }
        Map<String, List<Box>> parts = new LinkedHashMap<>();
        for (Box box : picture.boxes()) {
            parts.computeIfAbsent(found.root(box.id()), any -> new ArrayList<>()).add(box);
        }
        return List.copyOf(parts.values());
    }

    private String root(String box) {
        String at = box;
        String parent = parents.getOrDefault(at, at);
        while (!parent.equals(at)) {
            String above = parents.getOrDefault(parent, parent);
            // Halving the way keeps later look-ups short.
            parents.put(at, above);
            at = parent;
            parent = above;
        }
        return at;
    }
}
