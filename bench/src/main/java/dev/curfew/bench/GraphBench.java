package dev.curfew.bench;

import dev.curfew.bench.FrameTimes.Frame;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.graph.Arrow;
import dev.curfew.views.graph.Box;
import dev.curfew.views.graph.Chip;
import dev.curfew.views.graph.GraphPicture;
import dev.curfew.views.graph.GraphView;
import dev.curfew.views.graph.LayeredLayout;
import dev.curfew.views.graph.Placement;
import dev.curfew.views.graph.Sizes;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The delegation graph: how long its layout takes, and how long a frame takes while it is moved and
 * zoomed, beside SmartGraph with the same graph at the same places.
 */
final class GraphBench {
    private static final int ROUNDS = 3;
    private static final int LARGE = 10_000;
    private static final double FRAME_AT_30 = 1000.0 / 30;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LayeredLayout layout = new LayeredLayout();

    List<Figure> run() throws InterruptedException {
        List<Figure> figures = new ArrayList<>(layouts());
        figures.addAll(frames());
        return figures;
    }

    List<Figure> layouts() throws InterruptedException {
        GraphPicture small = picture(1_000);
        Took first = took(small);
        Took warm = median(small);
        GraphPicture large = picture(LARGE);
        Took ten = median(large);
        return List.of(
                told("layout of 1,000 grants, the very first", "s", first.wall()),
                alone("layout of 1,000 grants, warm", "s", warm.wall(), 1),
                told("  processor time of it", "s", warm.processor()),
                alone("layout of 10,000 grants", "s", ten.wall(), 8),
                told("  processor time of it", "s", ten.processor()),
                told(
                        "  one grant more, the rest where it was",
                        "s",
                        changed(large, place(large, Optional.empty()))));
    }

    List<Figure> frames() throws InterruptedException {
        Placement placed = place(picture(LARGE), Optional.empty());
        List<Figure> figures = new ArrayList<>();
        try (FrameTimes frames = new FrameTimes()) {
            long begin = System.nanoTime();
            GraphView view = frames.show(() -> ours(placed));
            double made = (System.nanoTime() - begin) / 1e9;
            Frame moved = frames.measure(step -> view.move(step % 40 < 20 ? -31 : 31, -7));
            Frame zoomed =
                    frames.measure(step -> view.zoom(400, 300, step % 20 < 10 ? 0.85 : 1 / 0.85));
            frames.run(view::fit);
            Frame whole = frames.measure(step -> view.move(step % 2 == 0 ? 3 : -3, 0));
            begin = System.nanoTime();
            SmartGraphPeer peer = frames.show(() -> new SmartGraphPeer(placed));
            frames.run(peer::begin);
            double peerMade = (System.nanoTime() - begin) / 1e9;
            Frame peerMoved = frames.measure(peer::move);
            Frame peerZoomed = frames.measure(peer::zoom);
            figures.addAll(frame("10,000 grants, moved", moved));
            figures.addAll(frame("10,000 grants, zoomed", zoomed));
            figures.addAll(frame("all 10,000 grants in sight, moved", whole));
            figures.add(
                    new Figure(
                            "placed until drawable, against SmartGraph", "s", made, peerMade, 1));
            figures.add(against("moved", moved.wall(), peerMoved.wall()));
            figures.add(against("zoomed", zoomed.wall(), peerZoomed.wall()));
            figures.add(against("moved, processor", moved.processor(), peerMoved.processor()));
            figures.add(against("zoomed, processor", zoomed.processor(), peerZoomed.processor()));
        }
        return figures;
    }

    private static List<Figure> frame(String what, Frame frame) {
        return List.of(
                alone("a frame of " + what, "ms", frame.wall(), FRAME_AT_30),
                told("  processor time of it", "ms", frame.processor()));
    }

    private static Figure against(String what, double ours, double theirs) {
        return new Figure("a frame " + what + ", against SmartGraph", "ms", ours, theirs, 1);
    }

    private static GraphView ours(Placement placed) {
        GraphView view = new GraphView("graph", "");
        view.show(placed);
        return view;
    }

    private Placement place(GraphPicture picture, Optional<Placement> before)
            throws InterruptedException {
        return layout.place(picture, Sizes.USUAL, before, (fraction, note) -> {});
    }

    private record Took(double wall, double processor) {}

    private Took took(GraphPicture picture) throws InterruptedException {
        long spent = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        place(picture, Optional.empty());
        return new Took(
                (System.nanoTime() - start) / 1e9,
                (THREADS.getCurrentThreadCpuTime() - spent) / 1e9);
    }

    private Took median(GraphPicture picture) throws InterruptedException {
        double[] wall = new double[ROUNDS];
        double[] processor = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Took took = took(picture);
            wall[round] = took.wall();
            processor[round] = took.processor();
        }
        return new Took(Median.of(wall), Median.of(processor));
    }

    private double changed(GraphPicture picture, Placement placed) throws InterruptedException {
        List<Box> boxes = new ArrayList<>(picture.boxes());
        List<Arrow> arrows = new ArrayList<>(picture.arrows());
        boxes.add(box("new"));
        arrows.add(arrow("b3", "new"));
        GraphPicture grown = new GraphPicture(boxes, arrows, List.of());
        double[] times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            place(grown, Optional.of(placed));
            times[round] = (System.nanoTime() - start) / 1e9;
        }
        return Median.of(times);
    }

    /**
     * Chains of up to eight hops from a hundred people for each thousand grants, with every fifth
     * agent given something by a second one of the same person.
     */
    static GraphPicture picture(int grants) {
        Random random = new Random(5);
        List<Box> boxes = new ArrayList<>();
        List<Arrow> arrows = new ArrayList<>();
        int people = Math.max(1, grants / 10);
        int[] depth = new int[2 * grants];
        int next = 0;
        while (arrows.size() < grants) {
            int person = next;
            boxes.add(box("b" + next++));
            for (int i = 0; i < grants / people && arrows.size() < grants; i++) {
                int from = person + random.nextInt(next - person);
                while (depth[from] >= 8) {
                    from = person + random.nextInt(next - person);
                }
                depth[next] = depth[from] + 1;
                boxes.add(box("b" + next));
                arrows.add(arrow("b" + from, "b" + next));
                if (next % 5 == 0 && from != person && arrows.size() < grants) {
                    arrows.add(arrow("b" + person, "b" + next));
                }
                // Some chains meet at the tools that many use.
                if (next % 4 == 0 && arrows.size() < grants) {
                    arrows.add(arrow("b" + next, "tool" + next % 50));
                }
                next++;
            }
        }
        for (int tool = 0; tool < 50; tool++) {
            boxes.add(box("tool" + tool));
        }
        return new GraphPicture(boxes, arrows, List.of());
    }

    private static Box box(String id) {
        return new Box(id, "agent-" + id, "AI agent", AppIcon.WORKLOADS);
    }

    private static Arrow arrow(String from, String to) {
        return new Arrow(from + ">" + to, from, to, new Chip("repo:read"));
    }

    private static Figure alone(String name, String unit, double value, double limit) {
        return new Figure(name, unit, value, Double.NaN, limit);
    }

    private static Figure told(String name, String unit, double value) {
        return new Figure(name, unit, value, Double.NaN, Double.POSITIVE_INFINITY);
    }
}
