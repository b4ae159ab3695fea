package dev.curfew.views.shell;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.TaskState;
import dev.curfew.views.kit.Ui;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All running tasks, each with its progress and a way to stop it. */
final class TaskList extends VBox {
    private final Ui ui;

    TaskList(Ui ui) {
        this.ui = ui;
        getStyleClass().add("task-list");
    }

    void show(List<TaskState> tasks) {
        getChildren().setAll(tasks.stream().map(this::row).toList());
    }

    private Node row(TaskState task) {
        ProgressBar bar =
                new ProgressBar(
                        task.endKnown() ? task.fraction() : ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox words = new VBox(Labels.of(task.title(), "strong"), bar, Labels.caption(task.note()));
        words.getStyleClass().add("task-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row =
                new HBox(
                        words,
                        Buttons.icon(
                                "task-" + task.id() + "-stop",
                                AppIcon.CLOSE,
                                ui.text("shell.stopTask"),
                                task.stop()));
        row.getStyleClass().add("task-row");
        return row;
    }
}
