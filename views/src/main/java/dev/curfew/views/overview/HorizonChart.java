package dev.curfew.views.overview;

import dev.curfew.exposure.Horizon;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Scales;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Two bars for each moment, with their numbers above them and the time below. */
final class HorizonChart extends Region {
    private static final double WIDEST_BAR_EM = 3.4;

    private record Bar(Region body, Label number, int count) {}

    private record Group(Bar x509, Bar jwt, Label after, Label at) {}

    private record Line(Region line, Label number, int count) {}

    private final Ui ui;
    private final Region em = new Region();
    private List<Group> groups = List.of();
    private List<Line> lines = List.of();
    private int top = 1;

    HorizonChart(Ui ui) {
        this.ui = ui;
        getStyleClass().add("horizon-chart");
        setAccessibleRole(AccessibleRole.TEXT);
        em.getStyleClass().add("one-em");
        em.setManaged(false);
        em.setVisible(false);
    }

    void show(Horizon horizon) {
        int most =
                horizon.marks().stream()
                        .mapToInt(mark -> Math.max(mark.x509(), mark.jwt()))
                        .max()
                        .orElse(0);
        int step = Scales.step(most, 4);
        top = Math.max(step, (most + step - 1) / step * step);
        lines = new ArrayList<>();
        for (int count = 0; count <= top; count += step) {
            Region line = new Region();
            line.getStyleClass().add(count == 0 ? "chart-base" : "chart-line");
            lines.add(new Line(line, Labels.caption(Counts.of(count)), count));
        }
        groups = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Horizon.Mark mark : horizon.marks()) {
            String after =
                    mark.after().isZero()
                            ? ui.text("overview.horizon.now")
                            : "+" + ui.ages().rough(mark.after());
            String at = ui.ages().at(horizon.from().plus(mark.after()));
            groups.add(
                    new Group(
                            bar("bar-x509", mark.x509()),
                            bar("bar-jwt", mark.jwt()),
                            Labels.whole(after, "strong"),
                            Labels.caption(at)));
            words.add(ui.text("overview.horizon.group", after, mark.x509(), mark.jwt()));
        }
        setAccessibleText(String.join(" ", words));
        fill();
        requestLayout();
    }

    private static Bar bar(String style, int count) {
        Region body = new Region();
        body.getStyleClass().add(style);
        Label number = Labels.whole(Counts.brief(count), count == 0 ? "muted" : "strong");
        return new Bar(body, number, count);
    }

    private void fill() {
        getChildren().setAll(em);
        for (Line line : lines) {
            getChildren().addAll(line.line(), line.number());
        }
        for (Group group : groups) {
            getChildren()
                    .addAll(
                            group.x509().body(),
                            group.x509().number(),
                            group.jwt().body(),
                            group.jwt().number(),
                            group.after(),
                            group.at());
        }
    }

    private double em() {
        return Math.max(1, em.prefWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return 19 * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 12 * em();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 40 * em();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double em = em();
        double axis = 0;
        for (Line line : lines) {
            axis = Math.max(axis, line.number().prefWidth(-1));
        }
        double left = getInsets().getLeft() + axis + 0.7 * em;
        double right = getWidth() - getInsets().getRight();
        double ceiling = getInsets().getTop() + 1.8 * em;
        double floor = getHeight() - getInsets().getBottom() - 3.2 * em;
        for (Line line : lines) {
            double y = snapPositionY(floor - (floor - ceiling) * line.count() / top);
            line.line().resizeRelocate(left, y, Math.max(0, right - left), 1);
            double width = line.number().prefWidth(-1);
            double height = line.number().prefHeight(-1);
            line.number().resizeRelocate(left - 0.7 * em - width, y - height / 2, width, height);
        }
        double room = (right - left) / Math.max(1, groups.size());
        for (int i = 0; i < groups.size(); i++) {
            lay(groups.get(i), left + i * room, room, ceiling, floor);
        }
    }

    private void lay(Group group, double x, double room, double ceiling, double floor) {
        double em = em();
        double bar = Math.min(WIDEST_BAR_EM * em, room * 0.36);
        double between = 0.4 * em;
        double middle = x + room / 2;
        lay(group.x509(), middle - bar - between / 2, bar, ceiling, floor);
        lay(group.jwt(), middle + between / 2, bar, ceiling, floor);
        centre(group.after(), middle, floor + 0.4 * em, room);
        centre(group.at(), middle, floor + 1.75 * em, room);
    }

    private void lay(Bar bar, double x, double width, double ceiling, double floor) {
        double height = bar.count() == 0 ? 0 : Math.max(2, (floor - ceiling) * bar.count() / top);
        bar.body()
                .resizeRelocate(
                        snapPositionX(x),
                        snapPositionY(floor - height),
                        snapSizeX(width),
                        snapSizeY(height));
        double numberHeight = bar.number().prefHeight(-1);
        centre(bar.number(), x + width / 2, floor - height - numberHeight - 1, width * 2);
    }

    private void centre(Label label, double middle, double y, double room) {
        double width = Math.min(label.prefWidth(-1), room);
        label.resizeRelocate(
                snapPositionX(middle - width / 2), snapPositionY(y), width, label.prefHeight(-1));
    }
}
