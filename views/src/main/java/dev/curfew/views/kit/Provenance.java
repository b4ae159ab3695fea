package dev.curfew.views.kit;

import dev.curfew.icons.AppIcon;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The mark before a fact: a dot, a "≤" or a pencil, with source, time and terms as its tooltip. */
public final class Provenance {
    private Provenance() {}

    public static Label mark(Origin origin, Ui ui) {
        Label mark = bare(origin);
        String words = inWords(origin, ui);
        mark.setTooltip(new Tooltip(words));
        mark.setAccessibleText(words);
        return mark;
    }

    public static String inWords(Origin origin, Ui ui) {
        return switch (origin) {
            case Origin.Observed(var source, var readAt) ->
                    ui.text(
                            "kit.origin.observedFrom",
                            source,
                            ui.ages().full(readAt),
                            ui.ages().since(readAt));
            case Origin.Derived(var terms) ->
                    ui.text(
                            "kit.origin.derivedFrom",
                            terms.stream()
                                    .map(term -> "\n• " + term)
                                    .collect(Collectors.joining()));
            case Origin.Declared(var by, var at) ->
                    ui.text("kit.origin.declaredBy", by, ui.ages().full(at));
        };
    }

    /** What the three marks mean, for a page's head. */
    public static Node legend(Ui ui) {
        HBox legend =
                new HBox(
                        entry(observed(), ui.text("kit.origin.observed")),
                        entry(derived(), ui.text("kit.origin.derived")),
                        entry(declared(), ui.text("kit.origin.declared")));
        legend.getStyleClass().add("provenance-legend");
        return legend;
    }

    private static Node entry(Label mark, String word) {
        HBox entry = new HBox(mark, Labels.whole(word, "caption"));
        entry.getStyleClass().add("provenance-entry");
        return entry;
    }

    private static Label bare(Origin origin) {
        return switch (origin) {
            case Origin.Observed _ -> observed();
            case Origin.Derived _ -> derived();
            case Origin.Declared _ -> declared();
        };
    }

    private static Label observed() {
        return marked("", AppIcon.OBSERVED.view("observed"));
    }

    private static Label derived() {
        return marked("≤", null);
    }

    private static Label declared() {
        return marked("", AppIcon.DECLARED.view("declared"));
    }

    private static Label marked(String text, @org.jspecify.annotations.Nullable Node graphic) {
        Label mark = new Label(text, graphic);
        mark.getStyleClass().add("provenance");
        mark.setMinWidth(Label.USE_PREF_SIZE);
        return mark;
    }
}
