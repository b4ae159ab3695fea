package dev.curfew.views.backends;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.backends.LogPages.State;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.Column;
import dev.curfew.views.table.DataTable;
import dev.curfew.views.table.TableContent;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** One log of a backend: its rows, how old they are, and how to get at more of them. */
final class LogTab<R> extends VBox {
    /** In seconds. */
    private static final int PAUSE = 5;

    private final LogPages<R> pages;
    private final List<Column<R>> columns;
    private final Function<State<R>, String> told;
    private final Ui ui;
    private final DataTable<R> table;
    private final TextField filter = new TextField();
    private final ToggleButton follow = new ToggleButton();
    private final Label status = Labels.wrapped("", "caption");
    private final ActionButton more;
    private int waited;

    /**
     * @param told what is said of the rows in a sentence
     * @param key of a row
     * @param nothing title and text of an empty one
     */
    LogTab(
            String id,
            LogPages<R> pages,
            List<Column<R>> columns,
            Function<R, String> key,
            Function<State<R>, String> told,
            List<String> nothing,
            Ui ui,
            Node... tools) {
        this.pages = pages;
        this.columns = columns;
        this.told = told;
        this.ui = ui;
        table = new DataTable<>(id, columns, key, ui);
        table.withoutMarks();
        table.onRetry(pages::readNew, filter::clear);
        table.setEmptyState(
                () -> new EmptyState(AppIcon.JOURNAL, nothing.getFirst(), nothing.getLast()));
        filter.setId(id + "-filter");
        filter.setPromptText(ui.text("backends.look.filter"));
        filter.setAccessibleText(ui.text("backends.look.filter"));
        filter.setPrefColumnCount(16);
        filter.textProperty().subscribe(this::show);
        follow.setId(id + "-follow");
        follow.setText(ui.text("backends.look.follow"));
        follow.setMinWidth(USE_PREF_SIZE);
        Buttons.small(follow);
        more =
                Buttons.small(
                        Buttons.text(id + "-more", ui.text("backends.look.more"), pages::readOn));
        FlowPane bar = new FlowPane(tools);
        bar.getChildren().addAll(filter, follow);
        bar.getStyleClass().add("findings-bar");
        status.setId(id + "-status");
        status.setMinWidth(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getStyleClass().add("backend-log");
        getChildren().setAll(bar, table, Labels.row(status, Labels.gap(), more));
    }

    Node firstFocus() {
        return filter;
    }

    Subscription attached() {
        return pages.stateProperty()
                .subscribe(this::show)
                .and(ui.ticker().everySecond(this::tick))
                .and(pages::stop);
    }

    private void tick() {
        if (!isVisible()) {
            return;
        }
        status.setText(status());
        waited++;
        if (follow.isSelected() && waited >= PAUSE) {
            waited = 0;
            pages.readNew();
        }
    }

    private void show() {
        State<R> now = pages.stateProperty().get();
        List<R> rows = now.rows().stream().filter(this::isWanted).toList();
        boolean filtered = !filter.getText().isBlank();
        table.show(content(now, rows, filtered));
        status.setText(status());
        more.refuse(
                now.reading()
                        ? ui.text("backends.look.reading")
                        : now.more() ? "" : ui.text("backends.look.noMore"));
    }

    private TableContent<R> content(State<R> now, List<R> rows, boolean filtered) {
        if (now.failure().isPresent() && !now.reading()) {
            return new TableContent.Failed<>(rows, Explanations.of(now.failure().get()));
        }
        return now.readAt().isEmpty()
                ? new TableContent.Loading<>(rows)
                : new TableContent.Ready<>(rows, filtered);
    }

    /** Every word, in whichever column. */
    private boolean isWanted(R row) {
        String said =
                columns.stream()
                        .map(column -> column.text().apply(row))
                        .collect(Collectors.joining("\n"))
                        .toLowerCase(Locale.ROOT);
        return Stream.of(filter.getText().strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(said::contains);
    }

    private String status() {
        State<R> now = pages.stateProperty().get();
        if (now.readAt().isEmpty()) {
            return now.reading() ? ui.text("backends.look.reading") : "";
        }
        return told.apply(now);
    }
}
