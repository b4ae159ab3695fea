package dev.curfew.views.list;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.PageLayout;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/** The bar at the foot while rows are marked: how many, copies, and what the screen adds. */
public final class MarkedBar<R> {
    private final DataTable<R> table;
    private final Label count = Labels.whole("", "strong");
    private final Label hidden = Labels.caption("");
    private final Node[] nodes;
    private final Ui ui;

    /**
     * @param copied what "Copy IDs" takes of a row
     * @param more behind it
     */
    public MarkedBar(
            String id,
            DataTable<R> table,
            Function<? super R, String> copied,
            Ui ui,
            Node... more) {
        this.table = table;
        this.ui = ui;
        List<Node> all = new ArrayList<>();
        all.add(count);
        all.add(hidden);
        all.add(Labels.gap());
        all.add(
                Buttons.of(
                        id + "-bar-copy",
                        AppIcon.COPY,
                        ui.text("list.copyIds"),
                        () -> copy(copied)));
        all.addAll(List.of(more));
        nodes = all.toArray(Node[]::new);
    }

    /** Shown in this layout while rows are marked; follows marks and rows. */
    public Subscription attached(PageLayout layout, ObservableValue<?> rows) {
        return table.marks()
                .keysProperty()
                .subscribe(marked -> update(layout))
                .and(rows.subscribe(any -> update(layout)));
    }

    private void update(PageLayout layout) {
        int all = table.marks().keysProperty().get().size();
        if (all == 0) {
            layout.setActions();
            return;
        }
        int shown = table.markedRows().size();
        count.setText(ui.text("list.selected", Counts.of(shown)));
        hidden.setText(shown == all ? "" : ui.text("list.selectedHidden", Counts.of(all - shown)));
        layout.setActions(nodes);
    }

    private void copy(Function<? super R, String> copied) {
        List<R> rows = table.markedRows();
        ui.dialogs().copy(rows.stream().<String>map(copied).collect(Collectors.joining("\n")));
        ui.dialogs().tell(Notice.done(ui.text("table.copiedRows", rows.size())));
    }
}
