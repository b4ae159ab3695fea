package dev.curfew.views.table;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import java.util.Optional;
import java.util.function.Function;

/** Ways to copy a row. */
public record RowCopies<R>(
        Function<? super R, String> asId,
        Optional<Function<? super R, String>> asJson,
        Optional<Function<? super R, String>> asCommand) {

    /** The menu's first items. */
    public RowMenu<R> menu(Ui ui) {
        RowMenu<R> menu =
                RowMenu.<R>empty()
                        .with("copyId", AppIcon.COPY, ui.text("table.copyId"), copier(asId, ui));
        if (asJson.isPresent()) {
            menu =
                    menu.with(
                            "copyJson",
                            AppIcon.DATA,
                            ui.text("table.copyJson"),
                            copier(asJson.get(), ui));
        }
        if (asCommand.isPresent()) {
            menu =
                    menu.with(
                            "copyCommand",
                            AppIcon.COMMAND_LINE,
                            ui.text("table.copyCommand"),
                            copier(asCommand.get(), ui));
        }
        return menu;
    }

    private static <R> java.util.function.Consumer<R> copier(
            Function<? super R, String> text, Ui ui) {
        return row -> {
            ui.dialogs().copy(text.apply(row));
            ui.dialogs().tell(Notice.done(ui.text("table.copied")));
        };
    }
}
