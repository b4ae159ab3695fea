package dev.curfew.views.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.GreedySwitchType;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * The Eclipse Layout Kernel's layered algorithm for one connected part: which column, in which
 * order, how high, and where long arrows pass. Across, our own columns stand for ELK's: all boxes
 * are equally wide, so that columns line up over all parts.
 */
final class ElkColumns {
    /** From this size on, speed counts more than the last crossing. */
    private static final int LARGE = 400;

    static {
        // Registers the types that ELK's default values are made of.
        LayoutMetaDataService.getInstance();
    }

    private final GraphPicture picture;
    private final Sizes sizes;
    private final Map<String, ElkNode> nodes = new HashMap<>();
    private final Map<Integer, Double> middles = new HashMap<>();

    private ElkColumns(GraphPicture picture, Sizes sizes) {
        this.picture = picture;
        this.sizes = sizes;
    }

    /** Its upper edge is at 0. */
    static Skeleton place(GraphPicture picture, List<Box> part, Sizes sizes)
            throws InterruptedException {
        return new ElkColumns(picture, sizes).place(part);
    }

    private Skeleton place(List<Box> part) throws InterruptedException {
        if (part.size() == 1) {
            Skeleton alone = new Skeleton();
            alone.spots.put(part.getFirst().id(), new Spot(0, 0));
            return alone;
        }
        ElkNode graph = graph(part.size());
        for (Box box : part) {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setDimensions(sizes.boxWidth(), sizes.boxHeight());
            nodes.put(box.id(), node);
        }
        Map<String, ElkEdge> edges = edges(part);
        new LayeredLayoutProvider().layout(graph, new Interruptible());
        if (Thread.interrupted()) {
            throw new InterruptedException("the layout was stopped");
        }
        return read(part, edges);
    }

    private ElkNode graph(int size) {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        // A column is a depth: how many hops lie before it at most.
        graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH_SOURCE);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        graph.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        graph.setProperty(LayeredOptions.GENERATE_POSITION_AND_LAYER_IDS, true);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, sizes.rowGap());
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, sizes.rowGap() * 0.7);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, sizes.rowGap() * 0.7);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, sizes.columnGap());
        if (size > LARGE) {
            graph.setProperty(LayeredOptions.THOROUGHNESS, 1);
            graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.SIMPLE);
            graph.setProperty(
                    LayeredOptions.CROSSING_MINIMIZATION_GREEDY_SWITCH_TYPE, GreedySwitchType.OFF);
        }
        return graph;
    }

    /** One for each pair: what runs beside each other gets one lane. */
    private Map<String, ElkEdge> edges(List<Box> part) {
        Map<String, ElkEdge> edges = new HashMap<>();
        for (Box box : part) {
            Map<String, ElkEdge> drawn = new HashMap<>();
            for (Arrow arrow : picture.outOf(box.id())) {
                if (!arrow.isLoop()) {
                    edges.put(
                            arrow.id(),
                            drawn.computeIfAbsent(
                                    arrow.to(),
                                    to ->
                                            ElkGraphUtil.createSimpleEdge(
                                                    nodes.get(box.id()), nodes.get(to))));
                }
            }
        }
        return edges;
    }

    private Skeleton read(List<Box> part, Map<String, ElkEdge> edges) {
        Skeleton placed = new Skeleton();
        for (Box box : part) {
            ElkNode node = Objects.requireNonNull(nodes.get(box.id()));
            int column = node.getProperty(LayeredOptions.LAYERING_LAYER_ID);
            placed.spots.put(box.id(), new Spot(column, Math.rint(node.getY())));
            middles.put(column, node.getX() + node.getWidth() / 2);
        }
        for (Box box : part) {
            for (Arrow arrow : picture.outOf(box.id())) {
                ElkEdge edge = edges.get(arrow.id());
                if (edge != null && !edge.getSections().isEmpty()) {
                    placed.lanes.put(
                            arrow.id(), lanes(edge.getSections().getFirst(), placed, arrow));
                }
            }
        }
        Skeleton atTop = new Skeleton();
        atTop.add(placed, -placed.top());
        return atTop;
    }

    private List<Double> lanes(ElkEdgeSection section, Skeleton placed, Arrow arrow) {
        int from = Objects.requireNonNull(placed.spots.get(arrow.from())).column();
        int to = Objects.requireNonNull(placed.spots.get(arrow.to())).column();
        int step = Integer.signum(to - from);
        List<Double> ys = new ArrayList<>();
        for (int column = from + step; column != to && step != 0; column += step) {
            Double middle = middles.get(column);
            if (middle == null) {
                ys.add((section.getStartY() + section.getEndY()) / 2);
            } else {
                ys.add(Math.rint(heightAt(section, middle)));
            }
        }
        return List.copyOf(ys);
    }

    private static double heightAt(ElkEdgeSection section, double x) {
        double fromX = section.getStartX();
        double fromY = section.getStartY();
        for (ElkBendPoint bend : section.getBendPoints()) {
            if (isBetween(x, fromX, bend.getX())) {
                return between(x, fromX, fromY, bend.getX(), bend.getY());
            }
            fromX = bend.getX();
            fromY = bend.getY();
        }
        return between(x, fromX, fromY, section.getEndX(), section.getEndY());
    }

    private static boolean isBetween(double x, double a, double b) {
        return x >= Math.min(a, b) && x <= Math.max(a, b);
    }

    private static double between(double x, double fromX, double fromY, double toX, double toY) {
        return fromX == toX ? toY : fromY + (toY - fromY) * (x - fromX) / (toX - fromX);
    }

    /** Stops where its thread was interrupted. */
    private static final class Interruptible extends BasicProgressMonitor {
        @Override
        public boolean isCanceled() {
            return Thread.currentThread().isInterrupted();
        }

        @Override
        public BasicProgressMonitor doSubTask(float work, int depth) {
            return new Interruptible();
        }
    }
}
