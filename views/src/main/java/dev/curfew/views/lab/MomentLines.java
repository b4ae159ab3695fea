package dev.curfew.views.lab;

import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.lab.LabSnapshot.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** What happened to the one that is followed, and now, as lines through all lanes with a word. */
final class MomentLines {
    /** Words that would lie on each other go below each other. */
    static final int ROWS = 3;

    private record Line(Region line, Label word, Optional<Instant> at) {}

    private final Ui ui;
    private List<Line> lines = List.of();
    private Instant now = Instant.EPOCH;

    MomentLines(Ui ui) {
        this.ui = ui;
    }

    /** Makes them anew, oldest first, now last. */
    List<Node> show(LabState state) {
        List<Line> made = new ArrayList<>();
        state.moments().stream()
                .sorted(Comparator.comparing(Moment::at))
                .map(this::line)
                .forEach(made::add);
        made.add(
                line(
                        ui.text(state.held() ? "lab.held.at" : "lab.now"),
                        Optional.empty(),
                        "now-line",
                        "tone-accent"));
        lines = made;
        List<Node> nodes = new ArrayList<>();
        made.forEach(line -> nodes.addAll(List.of(line.line(), line.word())));
        return nodes;
    }

    /** Moves the line that is now. */
    void moveNow(Instant to) {
        now = to;
    }

    private Line line(Moment moment) {
        String word = ui.text(moment.what().key());
        return switch (moment.what()) {
            case ENTRY_GONE, NODE_BANNED, ENTRY_BACK ->
                    line(word, Optional.of(moment.at()), "moment-line", "strong");
            case AGENT_KNOWS -> line(word, Optional.of(moment.at()), "moment-dashed", "muted");
            case X509_DIED, JWT_DIED ->
                    line(word, Optional.of(moment.at()), "moment-over", "tone-success");
        };
    }

    private Line line(String word, Optional<Instant> at, String lineStyle, String wordStyle) {
        Region line = new Region();
        line.getStyleClass().add(lineStyle);
        Label label = Labels.whole(word, "moment-word", wordStyle);
        at.ifPresent(moment -> label.setTooltip(new Tooltip(word + ", " + ui.ages().full(moment))));
        return new Line(line, label, at);
    }

    /**
     * Lays them out.
     *
     * @param top where the words begin
     * @param wordRow height of a row of words
     * @param foot where the lines end
     */
    void layOut(TimeAxis axis, double top, double wordRow, double foot, double gap) {
        double[] free = new double[ROWS];
        Arrays.fill(free, Double.NEGATIVE_INFINITY);
        for (Line one : lines) {
            Instant at = one.at().orElse(now);
            boolean shown = axis.shows(at);
            one.line().setVisible(shown);
            double width = one.word().prefWidth(-1);
            double x = axis.at(at);
            // To the right of its line, where no earlier line goes through it.
            double left = Math.max(axis.left(), Math.min(x, axis.right() - width));
            int row = shown ? firstFree(free, left) : -1;
            one.word().setVisible(row >= 0);
            if (row >= 0) {
                free[row] = left + width + gap;
                one.word().resizeRelocate(left, top + row * wordRow, width, wordRow);
            }
            double head = top + (Math.max(0, row) + 1) * wordRow;
            one.line().resizeRelocate(Math.round(x) - 1, head, 2, Math.max(0, foot - head));
        }
    }

    private static int firstFree(double[] free, double left) {
        for (int row = 0; row < free.length; row++) {
            if (free[row] <= left) {
                return row;
            }
        }
        return -1;
    }
}
