package dev.curfew.views.contain;

import dev.curfew.containment.blast.BlastRadius;
import dev.curfew.containment.blast.BlastRadius.Hit;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.StatusDot;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a containment hits, in four groups. Times tick in place. */
final class BlastCard {
    private final Ui ui;
    private final List<Group> groups;
    private final Card card;

    BlastCard(Ui ui) {
        this.ui = ui;
        groups =
                List.of(
                        new Group(
                                ui.text("contain.blast.now"),
                                new StatusDot(Tone.MUTED, StatusDot.Shape.FULL),
                                this::until),
                        new Group(
                                ui.text("contain.blast.later"),
                                new StatusDot(Tone.WARNING, StatusDot.Shape.FULL),
                                this::until),
                        new Group(
                                ui.text("contain.blast.never"),
                                new StatusDot(Tone.MUTED, StatusDot.Shape.HOLLOW),
                                _ -> ui.text("contain.blast.noLever")),
                        new Group(
                                ui.text("contain.blast.also"),
                                new StatusDot(Tone.MUTED, StatusDot.Shape.FULL),
                                _ -> ""));
        VBox all = new VBox(groups.toArray(VBox[]::new));
        all.getStyleClass().add("blast");
        all.setId("contain-blast");
        card = new Card(ui.text("contain.blast"), all);
        card.subtitle(ui.text("contain.blast.derived"));
    }

    Region node() {
        return card;
    }

    void show(BlastRadius blast) {
        groups.get(0).show(blast.stopsNow());
        groups.get(1).show(blast.stopsLater());
        groups.get(2).show(blast.notReached());
        groups.get(3).show(blast.alsoHit());
    }

    private String until(Hit hit) {
        return hit.by().map(at -> ui.text("contain.atMost", ui.ages().at(at))).orElse("");
    }

    private final class Group extends VBox {
        private final Function<Hit, String> right;
        private final Label count = Labels.whole("", "caption");
        private final VBox lines = new VBox();
        private final List<Label> times = new ArrayList<>();
        private List<Hit> shown = List.of();
        private boolean first = true;

        Group(String title, StatusDot dot, Function<Hit, String> right) {
            this.right = right;
            getStyleClass().add("blast-group");
            lines.getStyleClass().add("blast-lines");
            HBox head = new HBox(dot, Labels.whole(title, "strong"), Labels.gap(), count);
            head.getStyleClass().add("blast-head");
            getChildren().setAll(head, lines);
        }

        void show(List<Hit> hits) {
            if (first || !sameWords(hits)) {
                first = false;
                build(hits);
            }
            for (int i = 0; i < hits.size(); i++) {
                times.get(i).setText(right.apply(hits.get(i)));
            }
            shown = hits;
        }

        private boolean sameWords(List<Hit> hits) {
            return hits.stream()
                    .map(ContainWords::hit)
                    .toList()
                    .equals(shown.stream().map(ContainWords::hit).toList());
        }

        private void build(List<Hit> hits) {
            times.clear();
            lines.getChildren().clear();
            count.setText(hits.isEmpty() ? ui.text("contain.blast.none") : "");
            for (Hit hit : hits) {
                Label time = Labels.whole("", "caption");
                times.add(time);
                Label words = Labels.wrapped(ContainWords.hit(hit));
                HBox.setHgrow(words, Priority.ALWAYS);
                words.setMaxWidth(Double.MAX_VALUE);
                HBox line = new HBox(words, time);
                line.getStyleClass().add("blast-line");
                line.setAccessibleRole(AccessibleRole.TEXT);
                line.setAccessibleText(words.getText() + " " + right.apply(hit));
                lines.getChildren().add(line);
            }
        }
    }
}
