package dev.curfew.views.shell;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.TaskState;
import dev.curfew.views.kit.Ui;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;

/** The oldest running task in the status bar; a click on it lists all of them. */
final class TaskIndicator extends HBox {
    private final Ui ui;
    private final Button all = new Button();
    private final Label words = Labels.of("", "caption");
    private final ProgressBar progress = new ProgressBar();
    private final Label more = Labels.whole("", "caption");
    private final TaskList list;
    private final Popup popup = new Popup();
    private Runnable stop = () -> {};

    TaskIndicator(Ui ui) {
        this.ui = ui;
        list = new TaskList(ui);
        getStyleClass().add("task-indicator");
        setMinWidth(USE_PREF_SIZE);
        HBox content =
                new HBox(
                        AppIcon.SCANNING.view("muted-icon", "caption-icon"), words, progress, more);
        content.getStyleClass().add("task-content");
        all.setId("status-tasks");
        all.setGraphic(content);
        all.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        all.getStyleClass().add("bare-button");
        all.setOnAction(event -> toggle());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        var cancel =
                Buttons.icon(
                        "status-stopTask",
                        AppIcon.CLOSE,
                        ui.text("shell.stopTask"),
                        () -> stop.run());
        cancel.getStyleClass().add("inline-icon");
        getChildren().setAll(all, cancel);
        show(List.of());
    }

    void show(List<TaskState> tasks) {
        setVisible(!tasks.isEmpty());
        setManaged(!tasks.isEmpty());
        list.show(tasks);
        if (tasks.isEmpty()) {
            popup.hide();
            return;
        }
        TaskState first = tasks.getFirst();
        String text = first.note().isEmpty() ? first.title() : first.title() + ", " + first.note();
        words.setText(text);
        all.setAccessibleText(ui.text("shell.tasks", tasks.size(), text));
        progress.setProgress(
                first.endKnown() ? first.fraction() : ProgressBar.INDETERMINATE_PROGRESS);
        more.setText(tasks.size() == 1 ? "" : ui.text("shell.moreTasks", tasks.size() - 1));
        stop = first.stop();
    }

    private void toggle() {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        Bounds button = all.localToScreen(all.getBoundsInLocal());
        popup.show(all, button.getMinX(), button.getMinY());
        // Its height is known only now: it stands on the status bar.
        popup.setAnchorY(button.getMinY() - popup.getHeight());
    }
}
