package dev.curfew.views.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Text nodes by their part in the type scale; sizes and colours are the stylesheet's. */
public final class Labels {
    private Labels() {}

    public static Label of(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    public static Label muted(String text) {
        return of(text, "muted");
    }

    public static Label caption(String text) {
        return of(text, "caption");
    }

    /** SPIFFE IDs, serials, queries. */
    public static Label mono(String text) {
        return of(text, "mono");
    }

    public static Label wrapped(String text, String... styleClasses) {
        Label label = of(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A label that is never cut: it keeps its whole width. */
    public static Label whole(String text, String... styleClasses) {
        Label label = of(text, styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** Says the whole text as a tooltip while there is no room for it. */
    public static Label explained(Label label) {
        label.textTruncatedProperty()
                .subscribe(cut -> label.setTooltip(cut ? new Tooltip(label.getText()) : null));
        return label;
    }

    /** A few nodes beside each other, on one line. */
    public static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("row");
        return row;
    }

    /** Empty room that takes what is left in a row. */
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        return gap;
    }
}
