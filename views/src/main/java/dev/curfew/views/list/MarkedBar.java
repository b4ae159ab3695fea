package dev.curfew.views.list;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.OverflowRow;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
     * @param first what matters most; what finds no room is in a menu
     * @param last behind "Copy IDs"
     */
    public MarkedBar(
            String id,
            DataTable<R> table,
            Function<? super R, String> copied,
            Ui ui,
            List<Node> first,
            List<Node> last) {
        this.table = table;
        this.ui = ui;
        List<Node> all = new ArrayList<>(first);
        all.add(
                Buttons.of(
                        id + "-bar-copy",
                        AppIcon.COPY,
                        ui.text("list.copyIds"),
                        () -> copy(copied)));
        all.addAll(last);
        MoreMenu more = new MoreMenu(id + "-bar-more", ui);
        OverflowRow buttons = new OverflowRow(0.7, more, more::take);
        buttons.setItems(all);
        buttons.setMaxWidth(OverflowRow.USE_PREF_SIZE);
        HBox.setHgrow(buttons, Priority.SOMETIMES);
        nodes = new Node[] {count, hidden, Labels.gap(), buttons};
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
