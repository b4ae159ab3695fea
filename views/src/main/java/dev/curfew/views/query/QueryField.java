package dev.curfew.views.query;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.KeyHint;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.OverflowRow;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.query.QueryHelp.Completion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One line in which a list is filtered, with completion, the number of matches, examples to try,
 * and the place of a mistake. Each change is handed on at once; who runs the query lets the newest
 * win.
 */
public final class QueryField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Ui ui;
    private final QueryHelp help;
    private final TextField field = new TextField();
    private final Label count = Labels.whole("", "caption");
    private final HBox line = new HBox();
    private final HBox row = new HBox();
    private final ReadOnlyStringWrapper answered = new ReadOnlyStringWrapper("");
    private final ProblemLine problem = new ProblemLine();
    private final CompletionPopup popup;
    private final ActionButton clear;

    /**
     * @param examples shown as chips to try; may be empty
     * @param changed called with each text that has no mistake in it
     */
    public QueryField(
            String id,
            String prompt,
            QueryHelp help,
            List<String> examples,
            Consumer<String> changed,
            Ui ui) {
        this.ui = ui;
        this.help = help;
        getStyleClass().add("query-field");
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().addAll("mono", "bare-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        clear = Buttons.icon(id + "-clear", AppIcon.CLOSE, ui.text("query.clear"), this::clear);
        clear.getStyleClass().add("inline-icon");
        line.getStyleClass().add("query-line");
        line.getChildren()
                .setAll(
                        AppIcon.FILTER.view("muted-icon"),
                        field,
                        count,
                        clear,
                        new KeyHint(ui.text("query.key")));
        popup = new CompletionPopup(field, this::accept);
        row.getStyleClass().add("query-row");
        row.getChildren().setAll(line);
        HBox.setHgrow(line, Priority.ALWAYS);
        getChildren().setAll(row, problem);
        if (!examples.isEmpty()) {
            getChildren().add(tryLine(id, examples));
        }
        field.textProperty().subscribe(text -> changed(text, changed));
        field.focusedProperty().subscribe(this::focusChanged);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setMinWidth(0);
    }

    /** Puts these behind the field: saved queries, the choice of columns. */
    public void addTools(Node... tools) {
        row.getChildren().addAll(tools);
    }

    public StringProperty textProperty() {
        return field.textProperty();
    }

    public void setQuery(String query) {
        field.setText(query);
        field.end();
    }

    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    public void clear() {
        field.clear();
        field.requestFocus();
    }

    /** The query whose matches are counted: what is typed, or soon will be. */
    public ReadOnlyStringProperty answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    /** Also says which query it is that has found them. */
    public void showMatches(String query, long shown, long total) {
        showMatches(shown, total);
        answered.set(query);
    }

    /** "22 of 46"; without a filter just the number. */
    public void showMatches(long shown, long total) {
        count.setText(
                shown == total
                        ? Counts.of(total)
                        : ui.text("query.matches", Counts.of(shown), Counts.of(total)));
    }

    private OverflowRow tryLine(String id, List<String> examples) {
        List<Node> chips = new ArrayList<>();
        chips.add(Labels.caption(ui.text("query.try")));
        for (int i = 0; i < examples.size(); i++) {
            String example = examples.get(i);
            ActionButton chip = Buttons.text(id + "-try-" + i, example, () -> setQuery(example));
            chip.getStyleClass().addAll("chip", "mono");
            chips.add(chip);
        }
        // Examples that do not fit are no loss.
        OverflowRow tries = new OverflowRow(0.6, new Region(), hidden -> {});
        tries.getStyleClass().add("try-line");
        tries.setItems(chips);
        return tries;
    }

    private void changed(String text, Consumer<String> changed) {
        clear.setVisible(!text.isEmpty());
        clear.setManaged(!text.isEmpty());
        var wrong = help.check(text);
        problem.show(text, wrong);
        line.pseudoClassStateChanged(WRONG, wrong.isPresent());
        if (wrong.isEmpty()) {
            changed.accept(text);
        }
        if (field.isFocused()) {
            suggest();
        }
    }

    private void focusChanged(boolean focused) {
        line.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused-within"), focused);
        if (!focused) {
            popup.hide();
        }
    }

    private void suggest() {
        // The caret follows the text only after this change; without typing it stands at the end.
        int caret = Math.min(field.getText().length(), field.getCaretPosition() + 1);
        popup.show(help.completionsAt(field.getText(), caret));
    }

    private void accept(Completion completion) {
        String text = field.getText();
        int to = Math.min(completion.to(), text.length());
        field.setText(
                text.substring(0, completion.from()) + completion.insert() + text.substring(to));
        field.positionCaret(completion.from() + completion.insert().length());
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.SPACE && key.isControlDown()) {
            popup.show(help.completionsAt(field.getText(), field.getCaretPosition()));
            key.consume();
        } else if (popup.handle(key.getCode())) {
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            key.consume();
        }
    }
}
