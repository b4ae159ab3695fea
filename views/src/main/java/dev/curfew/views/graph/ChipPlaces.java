package dev.curfew.views.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Keeps the chips between two columns from lying on each other. */
final class ChipPlaces {
    private static final double BETWEEN = 3;

    private ChipPlaces() {}

    private record Stack(Arrow arrow, Route route, double height) {
        double wish() {
            return route.chip().y() - height / 2;
        }
    }

    static Map<String, Route> apart(GraphPicture picture, Map<String, Route> routes, Sizes sizes) {
        Map<Long, List<Stack>> gaps = new TreeMap<>();
        for (Arrow arrow : picture.arrows()) {
            if (!arrow.chips().isEmpty()) {
                Route route = Objects.requireNonNull(routes.get(arrow.id()));
                double height = Sizes.chips(arrow.chips().size());
                gaps.computeIfAbsent(gap(route, sizes), any -> new ArrayList<>())
                        .add(new Stack(arrow, route, height));
            }
        }
        Map<String, Route> placed = new HashMap<>(routes);
        gaps.values().forEach(stacks -> pushApart(stacks, placed));
        return placed;
    }

    /** Which gap between columns the chips are in. */
    private static long gap(Route route, Sizes sizes) {
        return (long) Math.floor(route.chip().x() / (sizes.boxWidth() + sizes.columnGap()));
    }

    /**
     * Stacks that would overlap form a block around the middle of their wishes; blocks that meet
     * become one.
     */
    private static void pushApart(List<Stack> stacks, Map<String, Route> placed) {
        stacks.sort(
                Comparator.comparingDouble((Stack stack) -> stack.route().chip().y())
                        .thenComparing(stack -> stack.arrow().id()));
        List<Block> blocks = new ArrayList<>();
        for (Stack stack : stacks) {
            Block block = new Block(stack);
            while (!blocks.isEmpty() && blocks.getLast().bottom() + BETWEEN > block.top()) {
                block = blocks.removeLast().with(block);
            }
            blocks.add(block);
        }
        for (Block block : blocks) {
            double y = block.top();
            for (Stack stack : block.stacks) {
                Route route = stack.route();
                Point chip = new Point(route.chip().x(), y + stack.height() / 2);
                placed.put(stack.arrow().id(), new Route(route.points(), route.forward(), chip));
                y += stack.height() + BETWEEN;
            }
        }
    }

    private static final class Block {
        private final List<Stack> stacks = new ArrayList<>();
        private double wishes;
        private double height;

        Block(Stack stack) {
            stacks.add(stack);
            wishes = stack.wish();
            height = stack.height();
        }

        /** The sum of the tops that the whole block would need for each stack to have its wish. */
        Block with(Block below) {
            wishes += below.wishes - below.stacks.size() * (height + BETWEEN);
            height += BETWEEN + below.height;
            stacks.addAll(below.stacks);
            return this;
        }

        double top() {
            return wishes / stacks.size();
        }

        double bottom() {
            return top() + height;
        }
    }
}
