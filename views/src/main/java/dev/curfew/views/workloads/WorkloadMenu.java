package dev.curfew.views.workloads;

import dev.curfew.export.CliCommand;
import dev.curfew.export.EntryJson;
import dev.curfew.icons.AppIcon;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.views.actions.Actions;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.RowMenu;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be done with one row: copies first, then changes. */
final class WorkloadMenu {
    private final Actions actions;
    private final Ui ui;
    private final WorkloadContainment containment;

    WorkloadMenu(Actions actions, Ui ui) {
        this.actions = actions;
        this.ui = ui;
        containment = new WorkloadContainment(actions, ui);
    }

    RowMenu<WorkloadRow> menu() {
        return RowMenu.<WorkloadRow>empty()
                .with(
                        copy(
                                "copySpiffeId",
                                AppIcon.COPY,
                                ui.text("workloads.copy.spiffeId"),
                                e -> e.spiffeId().toString()))
                .with(
                        copy(
                                "copyEntryId",
                                AppIcon.COPY,
                                ui.text("workloads.copy.entryId"),
                                RegistrationEntry::id))
                .with(
                        copy(
                                "copyJson",
                                AppIcon.DATA,
                                ui.text("table.copyJson"),
                                e -> EntryJson.write(e).toString()))
                .with(
                        copy(
                                "copyShow",
                                AppIcon.COMMAND_LINE,
                                ui.text("workloads.copy.show"),
                                CliCommand::show))
                .with(
                        copy(
                                "copyUpdate",
                                AppIcon.COMMAND_LINE,
                                ui.text("workloads.copy.update"),
                                CliCommand::update))
                .with(
                        copy(
                                "copyDelete",
                                AppIcon.COMMAND_LINE,
                                ui.text("workloads.copy.delete"),
                                CliCommand::delete))
                .with(
                        act(
                                "tighten",
                                AppIcon.TIGHTEN,
                                ui.text("workloads.tighten"),
                                false,
                                e -> actions.tighten(List.of(e))))
                .with(
                        act(
                                "expiry",
                                AppIcon.EXPIRY,
                                ui.text("workloads.expiry"),
                                false,
                                e -> actions.setExpiry(List.of(e))))
                .with(act("edit", AppIcon.EDIT, ui.text("workloads.edit"), false, actions::edit))
                .with(
                        new RowMenu.Item<>(
                                "workloads-menu-contain",
                                AppIcon.CONTAIN,
                                ui.text("workloads.contain"),
                                true,
                                row -> Optional.empty(),
                                row -> containment.contain(List.of(row.entry()))))
                .with(
                        new RowMenu.Item<>(
                                "workloads-menu-containBelow",
                                AppIcon.DELEGATION,
                                ui.text("workloads.contain.below"),
                                true,
                                row -> Optional.empty(),
                                row -> containment.containWithAllBelow(row.entry())))
                .with(
                        act(
                                "delete",
                                AppIcon.DELETE,
                                ui.text("workloads.delete"),
                                true,
                                e -> actions.delete(List.of(e))));
    }

    private RowMenu.Item<WorkloadRow> copy(
            String id, AppIcon icon, String text, Function<RegistrationEntry, String> copied) {
        return new RowMenu.Item<>(
                "workloads-menu-" + id,
                icon,
                text,
                false,
                row -> Optional.empty(),
                row -> {
                    ui.dialogs().copy(copied.apply(row.entry()));
                    ui.dialogs().tell(Notice.done(ui.text("table.copied")));
                });
    }

    private RowMenu.Item<WorkloadRow> act(
            String id, AppIcon icon, String text, boolean grave, Consumer<RegistrationEntry> run) {
        return new RowMenu.Item<>(
                "workloads-menu-" + id,
                icon,
                text,
                grave,
                row -> actions.whyNot().getValue(),
                row -> run.accept(row.entry()));
    }
}
