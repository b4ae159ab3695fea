package dev.curfew.views.workloads;

import dev.curfew.icons.AppIcon;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.Refusable;
import dev.curfew.views.shell.Shortcut;
import dev.curfew.views.table.DataTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** What can be changed of all marked rows. */
final class WorkloadBarButtons {
    private final DataTable<WorkloadRow> table;
    private final Actions actions;
    private final Refusable refusable;
    private final Ui ui;
    private final ActionButton edit;

    WorkloadBarButtons(DataTable<WorkloadRow> table, Actions actions, Refusable refusable, Ui ui) {
        this.table = table;
        this.actions = actions;
        this.refusable = refusable;
        this.ui = ui;
        edit =
                Buttons.of(
                        "workloads-bar-edit", AppIcon.EDIT, ui.text("workloads.edit"), this::edit);
    }

    Node[] all() {
        return new Node[] {
            Buttons.grave(
                    Buttons.of(
                            "workloads-bar-contain",
                            AppIcon.CONTAIN,
                            ui.text("workloads.contain"),
                            Shortcut.CONTAIN.display(ui),
                            () -> new WorkloadContainment(actions, ui).contain(marked()))),
            button("tighten", AppIcon.TIGHTEN, ui.text("workloads.tighten"), actions::tighten),
            button("expiry", AppIcon.EXPIRY, ui.text("workloads.expiry"), actions::setExpiry),
            Buttons.grave(
                    button("delete", AppIcon.DELETE, ui.text("workloads.delete"), actions::delete)),
            edit
        };
    }

    private ActionButton button(
            String id, AppIcon icon, String text, Consumer<List<RegistrationEntry>> run) {
        return refusable.add(
                Buttons.of("workloads-bar-" + id, icon, text, () -> run.accept(marked())));
    }

    private List<RegistrationEntry> marked() {
        return table.markedRows().stream().map(WorkloadRow::entry).toList();
    }

    /** Only one entry can be edited at a time. */
    void update() {
        Optional<String> many =
                table.marks().keysProperty().get().size() == 1
                        ? Optional.empty()
                        : Optional.of(ui.text("workloads.edit.one"));
        edit.refuse(actions.whyNot().getValue().or(() -> many).orElse(""));
    }

    private void edit() {
        List<RegistrationEntry> marked = marked();
        if (marked.size() == 1) {
            actions.edit(marked.getFirst());
        }
    }
}
