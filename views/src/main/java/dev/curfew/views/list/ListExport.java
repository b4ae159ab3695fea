package dev.curfew.views.list;

import dev.curfew.export.ExportFile;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.KeyHint;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Shortcut;
import dev.curfew.views.table.DataTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a list shows into a file: CSV with the chosen columns, or JSON with everything. */
public final class ListExport<R> {
    private final String id;
    private final DataTable<R> table;
    private final Function<? super R, ObjectNode> asJson;
    private final Supplier<String> fileName;
    private final Ui ui;

    /**
     * @param fileName to suggest, without its extension
     */
    public ListExport(
            String id,
            DataTable<R> table,
            Function<? super R, ObjectNode> asJson,
            Supplier<String> fileName,
            Ui ui) {
        this.id = id;
        this.table = table;
        this.asJson = asJson;
        this.fileName = fileName;
        this.ui = ui;
    }

    /** For a page's head: writes all shown rows. */
    public MenuButton headButton() {
        MenuButton button = button(id + "-export", table::shownRows);
        HBox content =
                new HBox(
                        AppIcon.EXPORT.view(),
                        Labels.of(ui.text("list.export")),
                        new KeyHint(Shortcut.EXPORT.display(ui)));
        content.getStyleClass().add("button-content");
        button.setGraphic(content);
        return button;
    }

    /** For a bar with little room: writes all shown rows. */
    public MenuButton plainButton() {
        MenuButton button = button(id + "-export", table::shownRows);
        button.setText(ui.text("list.export"));
        button.setGraphic(AppIcon.EXPORT.view());
        return button;
    }

    /** For an action bar: writes the marked rows alone. */
    public MenuButton markedButton() {
        MenuButton button = button(id + "-exportMarked", table::chosenRows);
        button.setText(ui.text("list.export"));
        button.setGraphic(AppIcon.EXPORT.view());
        return button;
    }

    private MenuButton button(String buttonId, Supplier<List<R>> rows) {
        MenuButton button = new MenuButton();
        button.setId(buttonId);
        button.setAccessibleText(ui.text("list.export"));
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        MenuItem csv = new MenuItem(ui.text("list.export.csv"));
        csv.setId(buttonId + "-csv");
        csv.setOnAction(event -> csv(List.copyOf(rows.get())));
        MenuItem json = new MenuItem(ui.text("list.export.json"));
        json.setId(buttonId + "-json");
        json.setOnAction(event -> json(List.copyOf(rows.get())));
        button.getItems().setAll(csv, json);
        return button;
    }

    private void csv(List<R> rows) {
        List<ExportFile.Field<R>> fields =
                table.shownColumns().stream()
                        .map(column ->
                                new ExportFile.Field<R>(column.title(), column.exported()::apply))
                        .toList();
        ask("csv", rows.size(), file -> ExportFile.csv(file, fields, rows));
    }

    private void json(List<R> rows) {
        ask("json", rows.size(), file -> ExportFile.json(file, asJson, rows));
    }

    private interface Writing {
        void to(Path file) throws Exception;
    }

    private void ask(String extension, int rows, Writing writing) {
        FileQuestion question =
                new FileQuestion(
                        ui.text("list.export.title", Counts.of(rows)),
                        fileName.get() + "." + extension,
                        extension.equals("csv")
                                ? ui.text("list.export.csv")
                                : ui.text("list.export.json"),
                        extension);
        ui.dialogs().chooseSave(question, file -> write(file, rows, writing));
    }

    private void write(Path file, int rows, Writing writing) {
        ui.tasks()
                .startShown(
                        ui.text("list.export.running", Counts.of(rows)),
                        progress -> {
                            writing.to(file);
                            return file.toAbsolutePath();
                        },
                        written -> ui.dialogs().tell(done(written, rows)),
                        failure ->
                                ui.dialogs()
                                        .tell(
                                                Notice.warning(
                                                        ui.text(
                                                                "list.export.failed",
                                                                file,
                                                                reason(failure)))));
    }

    private Notice done(Path file, int rows) {
        Notice notice =
                Notice.done(ui.text("list.export.done", Counts.of(rows), file.getFileName()));
        return Optional.ofNullable(file.getParent())
                .map(folder ->
                        notice.with(
                                ui.text("list.export.folder"),
                                () -> ui.dialogs().openFolder(folder)))
                .orElse(notice);
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
