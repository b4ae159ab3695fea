package dev.curfew.views.graph;

import dev.curfew.icons.AppIcon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Pictures for tests. */
final class Pictures {
    private Pictures() {}

    /** One arrow for each pair, such as {@code "a>b"}; boxes in the order they are named. */
    static GraphPicture of(String... pairs) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        List<Arrow> arrows = new ArrayList<>();
        for (String pair : pairs) {
            String[] ends = pair.split(">", -1);
            for (String end : ends) {
                boxes.putIfAbsent(end, box(end));
            }
            if (ends.length == 2) {
                arrows.add(new Arrow(pair, ends[0], ends[1], new Chip("read")));
            }
        }
        return new GraphPicture(List.copyOf(boxes.values()), arrows, List.of());
    }

    static Box box(String id) {
        return new Box(id, id, "AI agent", AppIcon.WORKLOADS);
    }

    /** Each box is given something by one before it, and some by two; the same for each seed. */
    static GraphPicture random(int boxes, long seed) {
        Random random = new Random(seed);
        List<String> pairs = new ArrayList<>();
        for (int i = 1; i < boxes; i++) {
            int near = Math.max(0, i - 40);
            pairs.add("b" + (near + random.nextInt(i - near)) + ">b" + i);
            if (i % 3 == 0) {
                pairs.add("b" + random.nextInt(i) + ">b" + i);
            }
        }
        return of(pairs.stream().distinct().toArray(String[]::new));
    }
}
