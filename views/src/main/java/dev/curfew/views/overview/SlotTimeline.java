package dev.curfew.views.overview;

import dev.curfew.estate.TrustRow;
import dev.curfew.exposure.RotationTimes;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Scales;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The lives of authorities on one axis of time, with now as a line through all of them. */
final class SlotTimeline extends Region {
    private static final double ROW_EM = 2;

    private record Row(TrustRow authority, Label name, Region bar, List<Turn> turns, Label end) {}

    /** A moment in an authority's life: its successor is prepared, or activated. */
    private record Turn(Instant at, Region mark) {}

    private record Tick(Instant at, Region line, Label label) {}

    private final Ui ui;
    private final Region em = new Region();
    private final Region nowLine = new Region();
    private List<Row> rows = List.of();
    private List<Tick> ticks = List.of();
    private Instant now = Instant.EPOCH;
    private Instant from = Instant.EPOCH;
    private Instant to = Instant.EPOCH;

    SlotTimeline(Ui ui) {
        this.ui = ui;
        getStyleClass().add("slot-timeline");
        nowLine.getStyleClass().add("now-line");
        em.getStyleClass().add("one-em");
        em.setManaged(false);
        em.setVisible(false);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(List<TrustRow> authorities, Instant at) {
        now = at;
        from = at;
        to = at.plusSeconds(60);
        for (TrustRow row : authorities) {
            from = min(from, row.notBefore().orElse(at));
            to = max(to, row.notAfter());
        }
        List<String> words = new ArrayList<>();
        rows = authorities.stream().map(row -> row(row, words)).toList();
        ticks =
                Scales.ticks(from, to, 5).stream()
                        .map(tick -> {
                            Region line = new Region();
                            line.getStyleClass().add("chart-line");
                            return new Tick(tick, line, Labels.caption(ui.ages().at(tick)));
                        })
                        .toList();
        setAccessibleText(String.join(" ", words));
        fill();
        requestLayout();
    }

    private Row row(TrustRow authority, List<String> words) {
        String name = SlotWords.name(authority, ui);
        Region bar = new Region();
        bar.getStyleClass().add(SlotWords.barStyle(authority));
        Label end = Labels.whole(ui.ages().until(authority.notAfter()), "strong");
        end.setTooltip(new Tooltip(ui.ages().full(authority.notAfter())));
        words.add(ui.text("overview.slots.row", name, ui.ages().until(authority.notAfter())));
        return new Row(authority, Labels.whole(name), bar, turns(authority), end);
    }

    private List<Turn> turns(TrustRow authority) {
        Optional<Instant> begin = authority.notBefore();
        if (begin.isEmpty() || authority.slot() != TrustRow.SlotName.ACTIVE) {
            return List.of();
        }
        RotationTimes times = RotationTimes.of(begin.get(), authority.notAfter());
        return List.of(
                turn(times.prepare(), ui.text("overview.slots.prepare")),
                turn(times.activate(), ui.text("overview.slots.activate")));
    }

    private Turn turn(Instant at, String what) {
        Region mark = new Region();
        mark.getStyleClass().add("turn-mark");
        Tooltip.install(
                mark, new Tooltip(ui.text("overview.slots.turn", what, ui.ages().full(at))));
        return new Turn(at, mark);
    }

    private void fill() {
        getChildren().setAll(em);
        ticks.forEach(tick -> getChildren().addAll(tick.line(), tick.label()));
        for (Row row : rows) {
            getChildren().addAll(row.name(), row.bar(), row.end());
            row.turns().forEach(turn -> getChildren().add(turn.mark()));
        }
        getChildren().add(nowLine);
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private double em() {
        return Math.max(1, em.prefWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return (1.8 + ROW_EM * rows.size() + 0.4) * em();
    }

    @Override
    protected double computeMinHeight(double width) {
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
        double names = widest(rows.stream().map(Row::name).toList()) + em;
        double ends = widest(rows.stream().map(Row::end).toList()) + em;
        double left = getInsets().getLeft() + names;
        double right = Math.max(left + 1, getWidth() - getInsets().getRight() - ends);
        double top = 1.8 * em;
        double bottom = top + ROW_EM * em * rows.size();
        double free = left;
        for (Tick tick : ticks) {
            double x = snapPositionX(at(tick.at(), left, right));
            tick.line().resizeRelocate(x, top, 1, bottom - top);
            double width = tick.label().prefWidth(-1);
            double labelX = x - width / 2;
            // A label that would lie on the one before it is left out; its line stays.
            tick.label().setVisible(labelX >= free && labelX + width <= getWidth());
            if (tick.label().isVisible()) {
                tick.label().resizeRelocate(labelX, 0.2 * em, width, tick.label().prefHeight(-1));
                free = labelX + width + em;
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            lay(rows.get(i), top + i * ROW_EM * em, left, right);
        }
        nowLine.resizeRelocate(snapPositionX(at(now, left, right)) - 1, top, 2, bottom - top);
    }

    private void lay(Row row, double y, double left, double right) {
        double em = em();
        double height = ROW_EM * em;
        double begin = at(row.authority().notBefore().orElse(now), left, right);
        double end = Math.max(begin + 2, at(row.authority().notAfter(), left, right));
        double bar = 0.8 * em;
        double barY = snapPositionY(y + (height - bar) / 2);
        row.bar().resizeRelocate(snapPositionX(begin), barY, snapSizeX(end - begin), bar);
        middle(row.name(), getInsets().getLeft(), y, height);
        middle(row.end(), getWidth() - getInsets().getRight() - row.end().prefWidth(-1), y, height);
        for (Turn turn : row.turns()) {
            double size = 0.75 * em;
            turn.mark()
                    .resizeRelocate(
                            snapPositionX(at(turn.at(), left, right) - size / 2),
                            barY + (bar - size) / 2,
                            size,
                            size);
        }
    }

    private static void middle(Label label, double x, double y, double height) {
        double own = label.prefHeight(-1);
        label.resizeRelocate(x, y + (height - own) / 2, label.prefWidth(-1), own);
    }

    private static double widest(List<Label> labels) {
        return labels.stream()
                .map(label -> label.prefWidth(-1))
                .max(Comparator.naturalOrder())
                .orElse(0.0);
    }

    private double at(Instant instant, double left, double right) {
        double span = Math.max(1, Duration.between(from, to).toMillis());
        double part = Duration.between(from, instant).toMillis() / span;
        return left + Math.clamp(part, 0, 1) * (right - left);
    }
}
