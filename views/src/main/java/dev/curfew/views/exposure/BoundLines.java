package dev.curfew.views.exposure;

import dev.curfew.exposure.Bound;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Origin;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The four lines: issuance stops by, SPIRE agents know by, last X509-SVID and last JWT-SVID dead by
 * — each with its terms — and what the action does not end. Shown anew each second, because "if it
 * were done now" moves with the clock. JavaFX thread only.
 */
public final class BoundLines extends VBox {
    private final String id;
    private final Ui ui;
    private final BoundWords words;
    private final List<Line> lines;
    private final VBox why = new VBox();
    private final ActionButton toggle;
    private final VBox notCovered = new VBox();
    private List<String> lastNotCovered = List.of();
    private List<String> lastWhy = List.of();
    private boolean open;

    public BoundLines(String id, Ui ui) {
        this.id = id;
        this.ui = ui;
        this.words = new BoundWords(ui);
        getStyleClass().add("until-lines");
        lines =
                List.of(
                        new Line(ui.text("exposure.issuance"), false),
                        new Line(ui.text("exposure.nodes"), false),
                        new Line(ui.text("exposure.x509"), true),
                        new Line(ui.text("exposure.jwt"), true));
        toggle = Buttons.link(id + "-why", "", this::toggle);
        why.getStyleClass().add("until-terms");
        notCovered.getStyleClass().add("until-terms");
        getChildren().addAll(lines);
        getChildren().addAll(toggle, why, notCovered);
        fold();
    }

    public void show(ExposureBound bound) {
        List<Bound> bounds =
                List.of(
                        bound.issuanceStops(),
                        bound.nodesKnow(),
                        bound.x509Dead(),
                        bound.jwtDead());
        for (int i = 0; i < bounds.size(); i++) {
            lines.get(i).show(bounds.get(i));
        }
        Bound last = later(bound.x509Dead(), bound.jwtDead());
        toggle.setText(ui.text("exposure.why", words.at(last)));
        boolean known = last.at().isPresent();
        toggle.setVisible(known);
        toggle.setManaged(known);
        explain(bound);
        leaveOut(bound.notCovered());
    }

    private static Bound later(Bound x509, Bound jwt) {
        return x509.at().isPresent()
                        && jwt.at().isPresent()
                        && jwt.at().get().isAfter(x509.at().get())
                ? jwt
                : x509;
    }

    private void explain(ExposureBound bound) {
        List<String> now = new ArrayList<>();
        now.add(ui.text("exposure.why.x509", String.join(", ", words.terms(bound.x509Dead()))));
        now.add(ui.text("exposure.why.jwt", String.join(", ", words.terms(bound.jwtDead()))));
        now.add(ui.text("exposure.why.noList"));
        if (!now.equals(lastWhy)) {
            lastWhy = List.copyOf(now);
            why.getChildren()
                    .setAll(now.stream().map(line -> Labels.wrapped(line, "caption")).toList());
        }
    }

    private void leaveOut(List<String> keys) {
        if (keys.equals(lastNotCovered)) {
            return;
        }
        lastNotCovered = keys;
        notCovered
                .getChildren()
                .setAll(Labels.of(ui.text("exposure.notCovered"), "caption", "strong"));
        for (String key : keys) {
            HBox line =
                    new HBox(
                            Labels.whole("•", "caption"),
                            Labels.wrapped(words.notCovered(key), "caption"));
            line.getStyleClass().add("until-bullet");
            notCovered.getChildren().add(line);
        }
    }

    private void toggle() {
        open = !open;
        fold();
    }

    private void fold() {
        why.setVisible(open);
        why.setManaged(open);
        toggle.setGraphic((open ? AppIcon.CHEVRON_UP : AppIcon.CHEVRON_DOWN).view("cell-icon"));
        toggle.setAccessibleText(ui.text(open ? "exposure.why.close" : "exposure.why.open"));
    }

    /** The id of the control that shows the terms. */
    public String toggleId() {
        return id + "-why";
    }

    private final class Line extends HBox {
        private final Label mark = Provenance.mark(new Origin.Derived(List.of()), ui);
        private final Label at = Labels.whole("", "until-at");
        private final Label left = Labels.whole("", "until-left");
        private final String name;
        private List<String> terms = List.of();

        Line(String name, boolean heavy) {
            this.name = name;
            getStyleClass().add("until-line");
            if (heavy) {
                left.getStyleClass().add("strong");
            }
            getChildren().setAll(mark, Labels.of(name), Labels.gap(), at, left);
        }

        void show(Bound bound) {
            at.setText(words.at(bound));
            left.setText(words.left(bound));
            mark.setVisible(bound.at().isPresent());
            List<String> now = words.terms(bound);
            if (!now.equals(terms)) {
                terms = now;
                String explained = Provenance.inWords(new Origin.Derived(now), ui);
                mark.setAccessibleText(explained);
                Tooltip.install(this, new Tooltip(explained));
                Objects.requireNonNull(mark.getTooltip()).setText(explained);
            }
            setAccessibleText(name + ": " + at.getText() + " " + left.getText());
        }
    }
}
