package dev.curfew.views.actions;

import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.ItemReport.State;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.util.Subscription;

/** How many actions there were since the window opened; opens the list of their reports. */
public final class ReportsButton extends Button implements Attachable {
    private static final double ABOVE = 6;

    private final Reports reports;
    private final Consumer<SessionReport> reopen;
    private final FlowContext context;
    private final Ui ui;
    private final Label count = Labels.whole("", "caption");
    private final VBox list = new VBox();
    private final Popup popup = new Popup();

    ReportsButton(Reports reports, Consumer<SessionReport> reopen, FlowContext context) {
        this.reports = reports;
        this.reopen = reopen;
        this.context = context;
        this.ui = context.ui();
        setId("actions-reports");
        getStyleClass().add("bare-button");
        HBox content = new HBox(AppIcon.RESTORE.view("muted-icon", "caption-icon"), count);
        content.getStyleClass().add("task-content");
        setGraphic(content);
        list.getStyleClass().add("report-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("report-list-scroll");
        popup.getContent().add(scroll);
        popup.setAutoHide(true);
        setOnAction(_ -> toggle());
        show(reports.all().get());
    }

    @Override
    public Subscription attached() {
        return reports.all().subscribe(this::show);
    }

    private void toggle() {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        // Reports change when they are looked at again.
        list.getChildren().setAll(lines(reports.all().get()));
        Bounds where = localToScreen(getBoundsInLocal());
        popup.setAnchorLocation(PopupWindow.AnchorLocation.WINDOW_BOTTOM_LEFT);
        popup.show(this, where.getMinX(), where.getMinY() - ABOVE);
    }

    private void show(List<SessionReport> all) {
        setVisible(!all.isEmpty());
        setManaged(!all.isEmpty());
        String text = ui.text("actions.reports", Counts.of(all.size()));
        count.setText(text);
        setAccessibleText(text);
        list.getChildren().setAll(lines(all));
    }

    /** The content of the list; what it looks like is drawn for the gallery too. */
    List<Node> lines(List<SessionReport> all) {
        return all.stream().map(this::line).toList();
    }

    private Node line(SessionReport session) {
        ChangeReport report = session.report();
        boolean good = report.succeeded();
        Node icon = (good ? AppIcon.DONE : AppIcon.WARNING).view("caption-icon");
        (good ? Tone.SUCCESS : Tone.WARNING).on(icon);
        String outcome =
                ui.text(
                        "actions.reports.line",
                        ui.ages().at(report.plan().plannedAt()),
                        Counts.of(report.count(State.CONFIRMED) + report.count(State.ACCEPTED)),
                        Counts.of(report.items().size()));
        VBox words =
                new VBox(Labels.of(context.words().title(report.plan())), Labels.caption(outcome));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox content = new HBox(icon, words);
        content.getStyleClass().add("report-line");
        Button line = new Button();
        line.setId("actions-report-" + report.plan().operationId());
        line.setGraphic(content);
        line.getStyleClass().addAll("bare-button", "report-line-button");
        line.setMaxWidth(Double.MAX_VALUE);
        line.setAccessibleText(context.words().title(report.plan()) + ", " + outcome);
        line.setOnAction(_ -> {
            popup.hide();
            reopen.accept(session);
        });
        return line;
    }
}
