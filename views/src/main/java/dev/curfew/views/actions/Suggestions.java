package dev.curfew.views.actions;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** Offers texts below a field while one is typed: arrows choose, Enter and Tab take. */
final class Suggestions {
    private static final int MOST = 8;
    private static final double ROW = 2.3;

    private final TextField field;
    private final Function<String, List<String>> source;
    private final ListView<String> list = new ListView<>();
    private final Popup popup = new Popup();
    private boolean taking;

    private Suggestions(TextField field, Function<String, List<String>> source) {
        this.field = field;
        this.source = source;
        list.getStyleClass().addAll("completions", "mono");
        list.setFocusTraversable(false);
        list.setOnMouseClicked(_ -> take());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        field.textProperty().subscribe((before, now) -> typed(now));
        field.focusedProperty().subscribe(focused -> hideUnless(focused));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /**
     * @param source what fits a typed text, the best first; quick
     */
    static void offer(TextField field, Function<String, List<String>> source) {
        new Suggestions(field, source);
    }

    private void hideUnless(boolean focused) {
        if (!focused) {
            popup.hide();
        }
    }

    private void typed(@Nullable String text) {
        if (taking || !field.isFocused() || text == null) {
            return;
        }
        show(text);
    }

    private void show(String text) {
        List<String> fitting =
                source.apply(text.strip()).stream()
                        .filter(one -> !one.equals(text.strip()))
                        .limit(MOST)
                        .toList();
        if (fitting.isEmpty() || field.getScene() == null || field.getScene().getWindow() == null) {
            popup.hide();
            return;
        }
        double row = ROW * field.getFont().getSize();
        list.getItems().setAll(fitting);
        list.getSelectionModel().clearSelection();
        list.setFixedCellSize(row);
        list.setPrefSize(Math.max(field.getWidth(), 24 * row), fitting.size() * row + 4);
        if (!popup.isShowing()) {
            Bounds where = field.localToScreen(field.getBoundsInLocal());
            popup.show(field, where.getMinX(), where.getMaxY() + 4);
        }
    }

    private void pressed(KeyEvent key) {
        if (!popup.isShowing()) {
            if (key.getCode() == KeyCode.DOWN) {
                show(field.getText());
                key.consume();
            }
            return;
        }
        int chosen = list.getSelectionModel().getSelectedIndex();
        switch (key.getCode()) {
            case DOWN -> choose(Math.min(chosen + 1, list.getItems().size() - 1), key);
            case UP -> choose(Math.max(chosen - 1, 0), key);
            case ENTER, TAB -> {
                if (chosen >= 0) {
                    take();
                    key.consume();
                }
                popup.hide();
            }
            case ESCAPE -> {
                popup.hide();
                key.consume();
            }
            default -> {}
        }
    }

    private void choose(int index, KeyEvent key) {
        list.getSelectionModel().clearAndSelect(index);
        key.consume();
    }

    private void take() {
        String chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            taking = true;
            field.setText(chosen);
            field.positionCaret(chosen.length());
            taking = false;
        }
    }
}
