package dev.curfew.views.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Parts of a details panel that say one fact each. */
public final class Facts {
    private Facts() {}

    /** A section with its number before the title. */
    public static VBox numbered(int number, String title, String question, Node... facts) {
        VBox section = DetailsPanel.section(title, question, facts);
        HBox line = (HBox) section.getChildren().getFirst();
        line.getChildren().addFirst(Labels.whole(String.valueOf(number), "section-number"));
        return section;
    }

    /** A fact whose value may need several lines. */
    public static HBox text(String name, Node mark, String value, String... styleClasses) {
        return of(name, mark, Labels.wrapped(value, styleClasses));
    }

    /** A fact whose value is made of several nodes below each other. */
    public static HBox of(String name, Node mark, Node... values) {
        VBox lines = new VBox(values);
        lines.getStyleClass().add("fact-values");
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        return DetailsPanel.fact(name, mark, lines);
    }

    /** An ID in full, over several lines if it must, with a button that copies it. */
    public static HBox id(String id, CopyButton copy) {
        Label text = Labels.wrapped(id, "mono");
        HBox line = new HBox(text, copy);
        line.getStyleClass().add("fact-id");
        return line;
    }

    /** A node that leads somewhere, and a quiet word beside it. */
    public static HBox link(ActionButton link, String note) {
        link.setMinWidth(0);
        HBox line = new HBox(link, Labels.whole(note, "caption"));
        line.getStyleClass().add("fact-link");
        return line;
    }
}
