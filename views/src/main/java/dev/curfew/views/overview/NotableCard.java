package dev.curfew.views.overview;

import dev.curfew.estate.Notable;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Navigator;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The list of what is worth a look; each line leads to the rows it counts. */
final class NotableCard {
    private final Ui ui;
    private final Navigator navigator;
    private final VBox rows = new VBox();
    private final HBox pills = new HBox();
    private final Card card;

    NotableCard(Navigator navigator, Ui ui) {
        this.ui = ui;
        this.navigator = navigator;
        rows.getStyleClass().add("notable-rows");
        pills.getStyleClass().add("row");
        card = new Card(ui.text("overview.notables"), rows).with(pills);
    }

    Card node() {
        return card;
    }

    void show(OverviewReport report) {
        List<Notable> notables = report.notables();
        long critical = weighing(notables, Notable.Weight.CRITICAL);
        long high = weighing(notables, Notable.Weight.HIGH);
        pills.getChildren().clear();
        if (critical > 0) {
            pills.getChildren()
                    .add(new Pill(ui.text("overview.pill.critical", critical), Tone.DANGER));
        }
        if (high > 0) {
            pills.getChildren().add(new Pill(ui.text("overview.pill.high", high), Tone.MUTED));
        }
        if (notables.isEmpty() && !report.entriesKnown()) {
            rows.getChildren().setAll(Unread.state(ui));
        } else if (notables.isEmpty()) {
            rows.getChildren()
                    .setAll(
                            new EmptyState(
                                    AppIcon.DONE,
                                    ui.text("overview.notables.none"),
                                    ui.text("overview.notables.none.hint")));
        } else {
            rows.getChildren().setAll(notables.stream().map(this::row).toList());
        }
    }

    private static long weighing(List<Notable> notables, Notable.Weight weight) {
        return notables.stream().filter(notable -> notable.kind().weight() == weight).count();
    }

    private Node row(Notable notable) {
        String what = NotableWords.what(notable.kind(), ui);
        String count = NotableWords.count(notable, ui);
        HBox content =
                new HBox(
                        new WeightMark(notable.kind().weight(), ui),
                        Labels.of(what),
                        Labels.gap(),
                        Labels.whole(count, "notable-count"),
                        AppIcon.CHEVRON_RIGHT.view("cell-icon"));
        content.getStyleClass().add("notable-content");
        Button row = new Button("", content);
        row.setId("notable-" + notable.kind().name().toLowerCase(Locale.ROOT));
        row.getStyleClass().add("list-row");
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty()
                .bind(row.widthProperty().map(width -> Math.max(0, width.doubleValue() - 2)));
        row.setAccessibleText(
                WeightMark.word(notable.kind().weight(), ui) + ": " + what + ", " + count);
        row.setTooltip(new javafx.scene.control.Tooltip(what));
        row.setOnAction(event -> navigator.go(NotableWords.where(notable)));
        return row;
    }
}
