package dev.curfew.views.query;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.query.QueryHelp.Problem;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;

/** The query once more with its mistake marked, and what is wrong; hidden while all is well. */
final class ProblemLine extends HBox {
    ProblemLine() {
        getStyleClass().add("problem-line");
        setAccessibleRole(AccessibleRole.TEXT);
        show("", Optional.empty());
    }

    void show(String text, Optional<Problem> problem) {
        getChildren().clear();
        problem.ifPresent(wrong -> fill(text, wrong));
        setVisible(problem.isPresent());
        setManaged(problem.isPresent());
    }

    private void fill(String text, Problem wrong) {
        int from = Math.clamp(wrong.from(), 0, text.length());
        int to = Math.clamp(wrong.to(), from, text.length());
        HBox marked =
                new HBox(
                        Labels.of(text.substring(0, from), "mono", "muted"),
                        // A missing word is marked by a gap of one place.
                        Labels.whole(from == to ? " " : text.substring(from, to), "mono", "marked"),
                        Labels.of(text.substring(to), "mono", "muted"));
        getChildren()
                .setAll(
                        AppIcon.ERROR.view("danger-icon"),
                        marked,
                        Labels.of(wrong.message(), "problem-message"));
        setAccessibleText(wrong.message());
    }
}
