package dev.curfew.views.exposure;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Origin;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One of the four lines, with its terms below it while it is unfolded. */
final class BoundRow extends VBox {
    private final BoundPlace place;
    private final Ui ui;
    private final Label name;
    private final Label mark;
    private final Label time = Labels.whole("", "bound-time");
    private final Label away = Labels.whole("", "bound-away");
    private final Label formula = Labels.of("", "caption");
    private final HBox line = new HBox();
    private final VBox terms = new VBox();
    private final ActionButton fold;
    private List<String> explained = List.of();
    private boolean unfolded;

    BoundRow(String id, BoundPlace place, Ui ui) {
        this.place = place;
        this.ui = ui;
        name = place == BoundPlace.PANEL ? Labels.of("") : Labels.whole("");
        name.getStyleClass().add("bound-name");
        mark = Provenance.mark(new Origin.Derived(List.of()), ui);
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
                        ui.text("exposure.why.open"),
                        () -> unfold(!unfolded));
        fold.getStyleClass().add("inline-icon");
        line.getStyleClass().add("bound-row");
        if (place == BoundPlace.PANEL) {
            line.getChildren().setAll(mark, name, Labels.gap(), time, away);
        } else {
            line.getChildren().setAll(name, mark, time, away, formula, fold);
        }
        getChildren().setAll(line, terms);
        visible(terms, false);
    }

    /**
     * @param from where "in 5 m" counts from
     */
    void show(BoundLine shown, Instant from) {
        Optional<Instant> at = shown.bound().at();
        boolean known = at.isPresent();
        name.setText(shown.name());
        name.pseudoClassStateChanged(BoundLines.END, shown.isEnd());
        away.pseudoClassStateChanged(BoundLines.END, shown.isEnd());
        time.setText(at.map(ui.ages()::at).orElse(shown.unknown()));
        (known ? shown.isEnd() ? Tone.WARNING : Tone.NEUTRAL : Tone.MUTED).on(time);
        time.pseudoClassStateChanged(BoundLines.UNKNOWN, !known);
        away.setText(at.map(moment -> away(Duration.between(from, moment))).orElse(""));
        formula.setText(shown.formula());
        formula.setTooltip(known ? new Tooltip(shown.formula()) : null);
        explain(shown.terms());
        mark.setVisible(known);
        // In place of a time stands a sentence, which needs the room.
        formula.setManaged(known);
        visible(fold, known);
        visible(away, known);
        visible(terms, known && unfolded);
        line.setAccessibleText(shown.name() + ": " + time.getText() + " " + away.getText());
    }

    private void explain(List<String> now) {
        if (now.equals(explained)) {
            return;
        }
        explained = now;
        String words = Provenance.inWords(new Origin.Derived(now), ui);
        mark.setAccessibleText(words);
        Objects.requireNonNull(mark.getTooltip()).setText(words);
        terms.getChildren()
                .setAll(now.stream().map(term -> Labels.wrapped(term, "caption")).toList());
    }

    private String away(Duration left) {
        boolean over = left.toSeconds() <= 0;
        return switch (place) {
            case PANEL -> ui.ages().rough(left);
            case PREVIEW ->
                    over ? ui.text("exposure.now") : ui.text("exposure.in", ui.ages().rough(left));
            case REPORT ->
                    over
                            ? ui.text("exposure.over")
                            : ui.text("exposure.left", ui.ages().rough(left));
        };
    }

    void unfold(boolean wanted) {
        unfolded = wanted;
        visible(terms, wanted && !explained.isEmpty());
        fold.setGraphic((wanted ? AppIcon.CHEVRON_UP : AppIcon.CHEVRON_DOWN).view());
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
