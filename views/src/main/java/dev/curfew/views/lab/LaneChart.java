package dev.curfew.views.lab;

import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.lab.LabSnapshot.Call;
import dev.curfew.views.lab.LabSnapshot.Kind;
import dev.curfew.views.lab.LabSnapshot.Lane;
import dev.curfew.views.lab.LabSnapshot.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The last minutes: a row for each lane with its calls, and below them what is still alive. */
final class LaneChart extends Region {
    private static final double LANE_EM = 3.1;
    private static final double LIFE_EM = 3.1;

    /** How much more a lane takes where there is room. */
    private static final double SPREAD_EM = 1.6;

    private static final double WORD_EM = 1.3;
    private static final double TICK_EM = 1.6;

    private record Row(Label name, Label way, Region base) {}

    private record Tick(Instant at, Region line, Label label) {}

    private final Ui ui;
    private final Region em = new Region();
    private final CallMarks marks = new CallMarks();
    private final MomentLines moments;
    private final LifeBar x509;
    private final LifeBar jwt;
    private List<Row> rows = List.of();
    private List<Tick> ticks = List.of();
    private List<Call> calls = List.of();
    private Instant now = Instant.EPOCH;
    private Optional<Drawn> drawn = Optional.empty();

    /** What the nodes are made of; while it stays the same, they stay. */
    private record Drawn(
            List<Lane> lanes,
            String followed,
            List<Moment> moments,
            boolean held,
            List<Instant> ticks) {}

    LaneChart(Ui ui) {
        this.ui = ui;
        moments = new MomentLines(ui);
        x509 = new LifeBar(Kind.X509, ui);
        jwt = new LifeBar(Kind.JWT, ui);
        getStyleClass().add("lane-chart");
        em.getStyleClass().add("one-em");
        em.setManaged(false);
        em.setVisible(false);
        marks.onColours(this::requestLayout);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(LabState state) {
        LabSnapshot lab = state.lab();
        now = state.now();
        calls = lab.calls();
        TimeAxis axis = TimeAxis.around(now, first(), 0, 1);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < lab.lanes().size(); i++) {
            words.add(inWords(i, lab, axis));
        }
        words.add(x509.show(state));
        words.add(jwt.show(state));
        setAccessibleText(String.join(" ", words));
        Drawn next =
                new Drawn(
                        lab.lanes(), state.followed(), state.moments(), state.held(), axis.ticks());
        if (!drawn.equals(Optional.of(next))) {
            drawn = Optional.of(next);
            rows = lab.lanes().stream().map(lane -> row(lane, state)).toList();
            ticks = axis.ticks().stream().map(this::tick).toList();
            fill(state);
        }
        moments.moveNow(now);
        requestLayout();
    }

    private Instant first() {
        return calls.isEmpty() ? now : calls.getFirst().at();
    }

    private Row row(Lane lane, LabState state) {
        boolean concerned = lane.concerns(state.followed());
        Label name = Labels.of(LabWords.name(lane.from()), concerned ? "strong" : "muted");
        Region base = new Region();
        base.getStyleClass().add("chart-line");
        return new Row(name, Labels.caption(LabWords.way(lane, ui)), base);
    }

    private Tick tick(Instant at) {
        Region line = new Region();
        line.getStyleClass().add("chart-line");
        return new Tick(at, line, Labels.caption(ui.ages().at(at)));
    }

    private String inWords(int lane, LabSnapshot lab, TimeAxis axis) {
        List<Call> own =
                lab.calls().stream()
                        .filter(call -> call.lane() == lane && axis.shows(call.at()))
                        .toList();
        long wrong = own.stream().filter(Call::wrong).count();
        long denied = own.stream().filter(call -> !call.ok()).count();
        return ui.text(
                "lab.lane.words",
                LabWords.name(lab.lanes().get(lane).from()),
                LabWords.way(lab.lanes().get(lane), ui),
                own.size() - wrong - denied,
                wrong,
                denied);
    }

    private void fill(LabState state) {
        getChildren().setAll(em);
        ticks.forEach(tick -> getChildren().addAll(tick.line(), tick.label()));
        rows.forEach(row -> getChildren().addAll(row.base(), row.name(), row.way()));
        getChildren().add(marks);
        getChildren().addAll(moments.show(state));
        getChildren().addAll(x509.nodes());
        getChildren().addAll(jwt.nodes());
    }

    private double em() {
        return Math.max(1, em.prefWidth(-1));
    }

    private double head() {
        return (0.6 + MomentLines.ROWS * WORD_EM + TICK_EM) * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        return head() + (LANE_EM * rows.size() + 2 * LIFE_EM + 0.6) * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 60 * em();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double em = em();
        double edge = getInsets().getLeft();
        double names = Math.max(x509.widest(), jwt.widest());
        for (Row row : rows) {
            names = Math.max(names, Math.max(width(row.name()), width(row.way())));
        }
        TimeAxis axis =
                TimeAxis.around(
                        now,
                        first(),
                        Math.round(edge + names + em),
                        Math.round(getWidth() - getInsets().getRight()));
        double top = head();
        double spare = Math.max(0, getHeight() - computePrefHeight(getWidth()));
        double lane = LANE_EM * em + Math.min(SPREAD_EM * em, spare / Math.max(1, rows.size()));
        double lives = top + lane * rows.size();
        layTicks(axis, top, lives, em);
        for (int i = 0; i < rows.size(); i++) {
            lay(rows.get(i), edge, top + i * lane, lane, axis);
        }
        marks.resizeRelocate(0, top, getWidth(), lane * rows.size());
        marks.paint(calls, axis, lane, em);
        double life = LIFE_EM * em;
        x509.layOut(axis, edge, lives + 0.5 * em, life, em);
        jwt.layOut(axis, edge, lives + 0.5 * em + life, life, em);
        moments.layOut(axis, 0.4 * em, WORD_EM * em, lives + 2 * life, em);
    }

    private void layTicks(TimeAxis axis, double top, double foot, double em) {
        double free = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks) {
            double x = Math.round(axis.at(tick.at()));
            tick.line().resizeRelocate(x, top, 1, foot - top);
            double width = width(tick.label());
            double left = x - width / 2;
            boolean fits = left >= Math.max(free, axis.left()) && left + width <= axis.right();
            tick.label().setVisible(fits);
            if (fits) {
                tick.label().resizeRelocate(left, top - TICK_EM * em, width, TICK_EM * em);
                free = left + width + em;
            }
        }
    }

    private void lay(Row row, double left, double y, double height, TimeAxis axis) {
        double em = em();
        double words = y + height - LANE_EM * em;
        row.name().resizeRelocate(left, words + 0.3 * em, width(row.name()), 1.3 * em);
        row.way().resizeRelocate(left, words + 1.5 * em, width(row.way()), 1.2 * em);
        row.base()
                .resizeRelocate(
                        axis.left(),
                        Math.round(y + height - 0.65 * em),
                        axis.right() - axis.left(),
                        1);
    }

    private static double width(Label label) {
        return label.prefWidth(-1);
    }
}
