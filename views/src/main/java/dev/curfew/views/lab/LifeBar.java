package dev.curfew.views.lab;

import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.lab.LabSnapshot.Credential;
import dev.curfew.views.lab.LabSnapshot.Kind;
import dev.curfew.views.lab.LabSnapshot.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/**
 * How long the one that is followed has held something living of one kind: grey while it was
 * entitled to it, amber from then on, and when the last of it is dead.
 */
final class LifeBar {
    private final Ui ui;
    private final Kind kind;
    private final Label name;
    private final Label detail = Labels.caption("");
    private final Region entitled = new Region();
    private final Region residual = new Region();
    private final Label within = Labels.whole("", "life-word");
    private final Label end = Labels.whole("", "caption");
    private Optional<Instant> from = Optional.empty();
    private Instant turn = Instant.EPOCH;
    private Instant until = Instant.EPOCH;

    LifeBar(Kind kind, Ui ui) {
        this.kind = kind;
        this.ui = ui;
        name = Labels.of(ui.text(kind.key()));
        entitled.getStyleClass().add("life-entitled");
        residual.getStyleClass().add("life-residual");
    }

    List<Node> nodes() {
        return List.of(name, detail, entitled, residual, within, end);
    }

    double widest() {
        return Math.max(name.prefWidth(-1), detail.prefWidth(-1));
    }

    /** Takes what is to be shown; tells it in a sentence. */
    String show(LabState state) {
        List<Credential> held = state.held(kind);
        from = held.stream().map(Credential::got).min(Comparator.naturalOrder());
        until =
                held.stream()
                        .map(Credential::until)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
        if (held.isEmpty()) {
            detail.setText(ui.text("lab.life.none"));
            within.setText("");
            end.setText("");
            return name.getText() + ": " + detail.getText() + ".";
        }
        detail.setText(ui.text(kind.nameKey(), brief(held.getLast().name())));
        detail.setTooltip(new Tooltip(held.getLast().name()));
        boolean dead = !until.isAfter(state.now());
        Optional<Instant> taken = state.figures().since().map(Moment::at).filter(until::isAfter);
        turn = taken.orElse(until);
        within.setText(
                taken.map(at ->
                                ui.text(
                                        "lab.life.residual",
                                        ui.ages().rough(Duration.between(at, until))))
                        .orElse(""));
        end.setText(ui.text(dead ? "lab.life.dead" : "lab.life.until", ui.ages().at(until)));
        (dead ? Tone.SUCCESS : Tone.NEUTRAL).on(end);
        return name.getText() + ": " + within.getText() + " " + end.getText() + ".";
    }

    private static String brief(String name) {
        return name.length() <= 10
                ? name
                : name.substring(0, 4) + "…" + name.substring(name.length() - 4);
    }

    void layOut(TimeAxis axis, double nameLeft, double y, double height, double em) {
        double line = 1.3 * em;
        name.resizeRelocate(nameLeft, y, name.prefWidth(-1), line);
        detail.resizeRelocate(nameLeft, y + line, detail.prefWidth(-1), line);
        boolean shown = from.isPresent() && until.isAfter(axis.from());
        List.of(entitled, residual, within, end).forEach(node -> node.setVisible(shown));
        if (!shown) {
            return;
        }
        double bar = 0.95 * em;
        double top = Math.round(y + (height - bar) / 2 - 0.3 * em);
        double begin = axis.at(from.orElse(until));
        double middle = axis.at(turn);
        double last = axis.at(until);
        entitled.resizeRelocate(begin, top, Math.max(0, middle - begin), bar);
        residual.resizeRelocate(middle, top, Math.max(0, last - middle), bar);
        double word = within.prefWidth(-1);
        boolean fits = word + em < last - middle;
        within.setVisible(fits);
        within.resizeRelocate(middle + (last - middle - word) / 2, top, word, bar);
        placeEnd(axis, last, top, bar, em);
    }

    /** Behind the bar, or below its end where there is no room behind it. */
    private void placeEnd(TimeAxis axis, double last, double top, double bar, double em) {
        double width = end.prefWidth(-1);
        double edge = until.isBefore(axis.to()) ? axis.now() : axis.right();
        boolean behind = last + 0.5 * em + width <= edge;
        end.resizeRelocate(
                behind ? last + 0.5 * em : Math.max(axis.left(), last - width),
                behind ? top : top + bar,
                width,
                behind ? bar : 1.2 * em);
    }
}
