package dev.curfew.views.query;

import dev.curfew.views.kit.Labels;
import dev.curfew.views.query.QueryHelp.Completion;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** The list of completions below a field. The focus stays in the field. */
final class CompletionPopup {
    private static final int MOST_SHOWN = 8;
    private static final double ROW = 28;
    private static final double WIDTH = 420;

    private final TextField field;
    private final Consumer<Completion> accept;
    private final ListView<Completion> list = new ListView<>();
    private final Popup popup = new Popup();

    CompletionPopup(TextField field, Consumer<Completion> accept) {
        this.field = field;
        this.accept = accept;
        list.getStyleClass().add("completions");
        list.setFocusTraversable(false);
        list.setCellFactory(any -> new CompletionCell());
        list.setOnMouseClicked(click -> take());
        list.setPrefWidth(WIDTH);
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
    }

    void show(List<Completion> completions) {
        if (completions.isEmpty()
                || field.getScene() == null
                || field.getScene().getWindow() == null) {
            hide();
            return;
        }
        list.getItems().setAll(completions);
        list.getSelectionModel().clearSelection();
        double scale = field.getFont().getSize() / 11;
        list.setFixedCellSize(ROW * scale);
        list.setPrefHeight(Math.min(MOST_SHOWN, completions.size()) * ROW * scale + 4);
        if (!popup.isShowing()) {
            Bounds where = field.localToScreen(field.getBoundsInLocal());
            popup.show(field, where.getMinX(), where.getMaxY() + 4);
        }
    }

    void hide() {
        popup.hide();
    }

    /** Whether the key was the list's. Enter and Tab take a chosen line, and only then. */
    boolean handle(KeyCode key) {
        if (!popup.isShowing()) {
            return false;
        }
        int chosen = list.getSelectionModel().getSelectedIndex();
        return switch (key) {
            case DOWN -> choose(Math.min(chosen + 1, list.getItems().size() - 1));
            case UP -> choose(Math.max(chosen - 1, 0));
            case ENTER -> chosen >= 0 && take();
            case TAB -> {
                choose(Math.max(chosen, 0));
                yield take();
            }
            case ESCAPE -> {
                hide();
                yield true;
            }
            default -> false;
        };
    }

    private boolean choose(int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(index);
        return true;
    }

    private boolean take() {
        Completion chosen = list.getSelectionModel().getSelectedItem();
        hide();
        if (chosen != null) {
            accept.accept(chosen);
        }
        return chosen != null;
    }

    private static final class CompletionCell extends ListCell<Completion> {
        @Override
        protected void updateItem(@Nullable Completion completion, boolean empty) {
            super.updateItem(completion, empty);
            if (empty || completion == null) {
                setGraphic(null);
                return;
            }
            HBox row =
                    new HBox(
                            Labels.mono(completion.label()),
                            Labels.gap(),
                            Labels.caption(completion.detail()));
            row.getStyleClass().add("completion");
            setGraphic(row);
            setAccessibleText(completion.label() + ", " + completion.detail());
        }
    }
}
