package dev.curfew.views.actions;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One of the four lines, with its terms below it while it is unfolded. */
final class BoundRow extends VBox {
    private final boolean running;
    private final Ui ui;
    private final Label name = Labels.whole("", "bound-name");
    private final Label mark = Labels.whole("≤", "provenance");
    private final Label time = Labels.whole("", "bound-time");
    private final Label away = Labels.whole("", "bound-away");
    private final Label formula = Labels.of("", "caption");
    private final VBox terms = new VBox();
    private final ActionButton fold;
    private boolean unfolded;

    BoundRow(String id, boolean running, Ui ui) {
        this.running = running;
        this.ui = ui;
        time.setId(id);
        away.setId(id + "-away");
        terms.setId(id + "-terms");
        terms.getStyleClass().add("bound-terms");
        formula.setMinWidth(0);
        formula.setMaxWidth(Double.MAX_VALUE);
        // Half a formula says less than none; the terms say it all.
        formula.visibleProperty().bind(formula.textTruncatedProperty().not());
        HBox.setHgrow(formula, Priority.ALWAYS);
        fold =
                Buttons.icon(
                        id + "-why",
                        AppIcon.CHEVRON_DOWN,
                        ui.text("actions.bound.why"),
                        this::toggle);
        fold.getStyleClass().add("inline-icon");
        HBox line = new HBox(name, mark, time, away, formula, fold);
        line.getStyleClass().add("bound-row");
        getChildren().setAll(line, terms);
        visible(terms, false);
    }

    /**
     * @param from where "in 5 m" counts from
     */
    void show(BoundWords.Line line, Instant from) {
        name.setText(line.name());
        Optional<Instant> at = line.bound().at();
        boolean known = at.isPresent();
        boolean dead = line.id().equals("x509") || line.id().equals("jwt");
        time.setText(at.map(ui.ages()::at).orElse(line.unknown()));
        (known ? dead ? Tone.WARNING : Tone.NEUTRAL : Tone.MUTED).on(time);
        time.getStyleClass().remove("bound-time");
        if (known) {
            time.getStyleClass().add("bound-time");
        }
        away.setText(at.map(moment -> away(Duration.between(from, moment))).orElse(""));
        formula.setText(line.formula());
        formula.setTooltip(known ? new Tooltip(line.formula()) : null);
        terms.getChildren()
                .setAll(
                        line.terms().stream()
                                .map(term -> Labels.wrapped(term, "caption"))
                                .toList());
        for (Node part : new Node[] {mark, away, fold}) {
            part.setVisible(known);
        }
        visible(away, known);
        visible(terms, known && unfolded);
    }

    private String away(Duration left) {
        boolean over = left.toSeconds() <= 0;
        if (running) {
            return over
                    ? ui.text("actions.bound.over")
                    : ui.text("actions.bound.left", ui.ages().rough(left));
        }
        return over
                ? ui.text("actions.bound.now")
                : ui.text("actions.bound.in", ui.ages().rough(left));
    }

    private void toggle() {
        unfolded = !unfolded;
        visible(terms, unfolded);
        fold.setGraphic((unfolded ? AppIcon.CHEVRON_UP : AppIcon.CHEVRON_DOWN).view());
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
