package dev.curfew.views.contain;

import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Scales;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;

/**
 * What can still be used, each kind as a bar on one axis of time. What has no bound is a dashed
 * frame over the whole axis. Changed in place each second.
 */
public final class ResidualChart extends Region {
    private static final double ROW_EM = 2;
    private static final int MOST_TICKS = 6;

    /** What a bar looks like. */
    public enum Look {
        /** Can still be used. */
        OPEN("residual-open"),
        /** Its time is over, or it was proved dead. */
        ENDED("residual-ended"),
        /** Nobody knows until when. */
        NO_BOUND("residual-unbounded");

        private final String styleClass;

        Look(String styleClass) {
            this.styleClass = styleClass;
        }
    }

    /**
     * A row of the chart.
     *
     * @param by its end; empty only with {@code NO_BOUND}
     * @param inside words in the bar, of a dashed frame alone; may be empty
     * @param words at the right end
     */
    public record Bar(
            String name, Look look, Optional<Instant> by, String inside, String words, Tone tone) {}

    private final class Row {
        private final Label name = Labels.whole("");
        private final Region past = new Region();
        private final Region bar = new Region();
        private final Label inside = Labels.of("", "caption");
        private final Label words = Labels.whole("", "residual-words");
        private Bar shown;

        Row(Bar first) {
            shown = first;
            past.getStyleClass().add("residual-past");
            inside.setTextOverrun(OverrunStyle.ELLIPSIS);
            ResidualChart.this.getChildren().addAll(past, bar, inside, name, words);
        }

        void show(Bar next) {
            shown = next;
            name.setText(next.name());
            inside.setText(next.inside());
            words.setText(next.words());
            next.tone().on(words);
            bar.getStyleClass().setAll(next.look().styleClass);
            past.setVisible(next.look() == Look.OPEN);
        }

        void gone() {
            ResidualChart.this.getChildren().removeAll(past, bar, inside, name, words);
        }
    }

    private record Tick(Instant at, Region line, Label label) {}

    private final Ui ui;
    private final Region em = new Region();
    private final Region nowLine = new Region();
    private final List<Row> rows = new ArrayList<>();
    private List<Tick> ticks = List.of();
    private Instant from = Instant.EPOCH;
    private Instant to = Instant.EPOCH;
    private Instant now = Instant.EPOCH;
    private double widestWords;

    public ResidualChart(String id, Ui ui) {
        this.ui = ui;
        setId(id);
        getStyleClass().add("residual-chart");
        setAccessibleRole(AccessibleRole.TEXT);
        em.getStyleClass().add("one-em");
        nowLine.getStyleClass().add("now-line");
        for (Region unmanaged : List.of(em, nowLine)) {
            unmanaged.setManaged(false);
        }
        em.setVisible(false);
        getChildren().addAll(em, nowLine);
    }

    /**
     * Shows bars.
     *
     * @param start where the axis begins
     * @param at now, drawn as a line where it is later than the start
     */
    public void show(List<Bar> bars, Instant start, Instant at) {
        now = at;
        Instant last =
                bars.stream()
                        .flatMap(bar -> bar.by().stream())
                        .max(Comparator.naturalOrder())
                        .orElse(start);
        Instant end = last.isAfter(at) ? last : at;
        if (!start.equals(from) || !end.equals(to) || ticks.isEmpty()) {
            from = start;
            to = end.isAfter(start) ? end : start.plusSeconds(60);
            makeTicks();
        }
        while (rows.size() > bars.size()) {
            rows.removeLast().gone();
        }
        for (int i = 0; i < bars.size(); i++) {
            if (i == rows.size()) {
                rows.add(new Row(bars.get(i)));
            }
            rows.get(i).show(bars.get(i));
        }
        nowLine.setVisible(at.isAfter(from));
        nowLine.toFront();
        setAccessibleText(words(bars));
        requestLayout();
    }

    private String words(List<Bar> bars) {
        List<String> all = new ArrayList<>();
        bars.forEach(bar -> all.add(ui.text("contain.chart.row", bar.name(), bar.words())));
        return String.join(" ", all);
    }

    private void makeTicks() {
        ticks.forEach(tick -> getChildren().removeAll(tick.line(), tick.label()));
        List<Tick> made = new ArrayList<>();
        made.add(tick(from));
        Scales.ticks(from, to, MOST_TICKS).forEach(at -> made.add(tick(at)));
        ticks = List.copyOf(made);
    }

    private Tick tick(Instant at) {
        Region line = new Region();
        line.getStyleClass().add("chart-line");
        Label label = Labels.caption(ui.ages().minute(at));
        getChildren().addAll(0, List.of(line, label));
        return new Tick(at, line, label);
    }

    private double em() {
        return Math.max(1, em.prefWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return (1.9 + ROW_EM * Math.max(1, rows.size()) + 0.3) * em()
                + getInsets().getTop()
                + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 36 * em();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double em = em();
        double names = 0;
        for (Row row : rows) {
            names = Math.max(names, row.name.prefWidth(-1));
            // Never narrower again: what ticks must not push the bars about.
            widestWords = Math.max(widestWords, row.words.prefWidth(-1));
        }
        double left = getInsets().getLeft() + names + em;
        double right =
                Math.max(left + 1, getWidth() - getInsets().getRight() - widestWords - 0.8 * em);
        double top = getInsets().getTop() + 1.9 * em;
        double bottom = top + ROW_EM * em * rows.size();
        layTicks(left, right, top, bottom);
        for (int i = 0; i < rows.size(); i++) {
            lay(rows.get(i), top + i * ROW_EM * em, left, right);
        }
        nowLine.resizeRelocate(
                snapPositionX(at(now, left, right)) - 1, top - 0.2 * em, 2, bottom - top);
    }

    private void layTicks(double left, double right, double top, double bottom) {
        double free = 0;
        for (Tick tick : ticks) {
            double x = snapPositionX(at(tick.at(), left, right));
            tick.line().resizeRelocate(x, top, 1, bottom - top);
            double width = tick.label().prefWidth(-1);
            double labelX = Math.max(left, Math.min(x - width / 2, right - width));
            // A label that would lie on the one before it is left out; its line stays.
            tick.label().setVisible(labelX >= free);
            if (tick.label().isVisible()) {
                tick.label()
                        .resizeRelocate(
                                labelX, getInsets().getTop(), width, tick.label().prefHeight(-1));
                free = labelX + width + em();
            }
        }
    }

    private void lay(Row row, double y, double left, double right) {
        double em = em();
        double height = ROW_EM * em;
        // A frame with words in it needs their height.
        double thick = snapSizeY((row.inside.getText().isEmpty() ? 1.05 : 1.5) * em);
        double barY = snapPositionY(y + (height - thick) / 2);
        double end = row.shown.by().map(by -> at(by, left, right)).orElse(right);
        double done = Math.min(end, at(now, left, right));
        boolean open = row.shown.look() == Look.OPEN;
        double begin = open ? done : left;
        row.past.resizeRelocate(left, barY, snapSizeX(Math.max(0, done - left)), thick);
        row.bar.resizeRelocate(
                snapPositionX(begin), barY, snapSizeX(Math.max(2, end - begin)), thick);
        double insideWidth = Math.min(row.inside.prefWidth(-1), right - left - em);
        double insideHeight = row.inside.prefHeight(-1);
        row.inside.resizeRelocate(
                left + (right - left - insideWidth) / 2,
                y + (height - insideHeight) / 2,
                Math.max(0, insideWidth),
                insideHeight);
        middle(row.name, getInsets().getLeft(), y, height);
        middle(row.words, right + 0.8 * em, y, height);
    }

    private static void middle(Label label, double x, double y, double height) {
        double own = label.prefHeight(-1);
        label.resizeRelocate(x, y + (height - own) / 2, label.prefWidth(-1), own);
    }

    private double at(Instant moment, double left, double right) {
        double span = Math.max(1, to.toEpochMilli() - from.toEpochMilli());
        double part = (moment.toEpochMilli() - from.toEpochMilli()) / span;
        return left + (right - left) * Math.clamp(part, 0, 1);
    }
}
