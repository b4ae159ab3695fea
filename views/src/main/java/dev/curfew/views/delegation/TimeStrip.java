package dev.curfew.views.delegation;

import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Below the picture: which moment it shows, and how much is alive then. */
final class TimeStrip extends HBox {
    private static final List<Duration> STOPS =
            List.of(
                    Duration.ZERO,
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1));

    private final Ui ui;
    private final Label at = Labels.whole("", "strong");
    private final Label alive = Labels.whole("", "strong");
    private final Label wrong = Labels.whole("", "caption");
    private final Slider slider = new Slider(0, STOPS.size() - 1, 0);
    private int stop;

    TimeStrip(Consumer<Duration> chosen, Ui ui) {
        this.ui = ui;
        getStyleClass().add("time-strip");
        slider.setId("delegation-time");
        slider.setAccessibleText(ui.text("delegation.time"));
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setSnapToTicks(true);
        slider.setShowTickMarks(true);
        slider.valueProperty()
                .subscribe(value -> {
                    int now = (int) Math.round(value.doubleValue());
                    if (now != stop) {
                        stop = now;
                        chosen.accept(STOPS.get(now));
                    }
                });
        HBox marks = new HBox();
        for (Duration after : STOPS) {
            if (!marks.getChildren().isEmpty()) {
                marks.getChildren().add(Labels.gap());
            }
            marks.getChildren().add(Labels.whole(word(after), "caption"));
        }
        VBox middle = new VBox(slider, marks);
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox.setHgrow(this, Priority.ALWAYS);
        VBox left = new VBox(Labels.caption(ui.text("delegation.time")), at);
        left.setMinWidth(USE_PREF_SIZE);
        VBox right = new VBox(alive, wrong);
        right.getStyleClass().add("time-counts");
        right.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(left, middle, right);
    }

    void show(DelegationState state) {
        String moment = ui.ages().at(state.at());
        at.setText(
                stop == 0
                        ? ui.text("delegation.time.now", moment)
                        : ui.text(
                                "delegation.time.later", ui.ages().rough(STOPS.get(stop)), moment));
        Folded folded = state.folded();
        int all = folded.alive() + folded.ended();
        int living = state.plan().isPresent() ? living(state) : folded.alive();
        alive.setText(ui.text("delegation.alive", Counts.of(living), Counts.of(all)));
        boolean planned = state.isWhatIf();
        boolean bad = !planned && folded.forbidden() > 0;
        wrong.setText(
                planned
                        ? ui.text("delegation.alive.wouldEnd", Counts.of(state.removed().size()))
                        : bad
                                ? ui.text(
                                        "delegation.alive.forbidden", Counts.of(folded.forbidden()))
                                : ui.text("delegation.alive.ended", Counts.of(all - living)));
        wrong.getStyleClass().remove("tone-danger");
        if (bad) {
            wrong.getStyleClass().add("tone-danger");
        }
    }

    /** Of those that are shown, without what a plan ends. */
    private static int living(DelegationState state) {
        return (int)
                state.rows().stream()
                        .filter(row -> GrantPicture.counts(row.state()))
                        .filter(row -> row.then() != DelegationState.Then.ENDED)
                        .count();
    }

    private String word(Duration after) {
        return after.isZero() ? ui.text("delegation.time.word") : "+" + ui.ages().rough(after);
    }
}
