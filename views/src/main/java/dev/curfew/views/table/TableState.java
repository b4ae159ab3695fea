package dev.curfew.views.table;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Banner;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Ui;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** What a table says besides its rows: loading, empty, filtered to nothing, failed. */
final class TableState<R> {
    private final String id;
    private final TableView<R> table;
    private final Ui ui;
    private final Banner banner;
    private @Nullable Runnable retry;
    private @Nullable Runnable clearFilter;
    private Supplier<Node> empty;

    TableState(String id, TableView<R> table, Ui ui) {
        this.id = id;
        this.table = table;
        this.ui = ui;
        this.banner = new Banner(id + "-banner", ui);
        this.empty = () -> new EmptyState(AppIcon.INFO, ui.text("table.empty"), "");
        table.setPlaceholder(loading());
    }

    Banner banner() {
        return banner;
    }

    void offer(@Nullable Runnable newRetry, @Nullable Runnable newClearFilter) {
        retry = newRetry;
        clearFilter = newClearFilter;
    }

    void setEmpty(Supplier<Node> newEmpty) {
        empty = newEmpty;
    }

    void show(TableContent<R> content) {
        if (content instanceof TableContent.Failed<R>(var rows, var why)) {
            banner.fail(why, retry);
        } else {
            banner.hide();
        }
        // Beside rows nobody sees it, and a list may be shown at each key stroke.
        if (content.rows().isEmpty()) {
            table.setPlaceholder(placeholder(content));
        }
    }

    private Node placeholder(TableContent<R> content) {
        return switch (content) {
            case TableContent.Loading<R> _ -> loading();
            case TableContent.Ready<R>(var rows, var filtered) ->
                    filtered ? nothingMatches() : empty.get();
            case TableContent.Failed<R> _ ->
                    new EmptyState(AppIcon.ERROR, ui.text("table.failed"), "");
        };
    }

    private Node loading() {
        return new EmptyState(AppIcon.SCANNING, ui.text("table.loading"), "");
    }

    private Node nothingMatches() {
        Runnable clear = clearFilter;
        Node[] actions =
                clear == null
                        ? new Node[0]
                        : new Node[] {
                            Buttons.text(id + "-clearFilter", ui.text("table.clearFilter"), clear)
                        };
        return new EmptyState(
                AppIcon.FILTER, ui.text("table.noMatch"), ui.text("table.noMatch.hint"), actions);
    }
}
