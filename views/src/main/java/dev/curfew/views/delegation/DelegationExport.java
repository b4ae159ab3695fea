package dev.curfew.views.delegation;

import dev.curfew.export.ExportFile;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.delegation.DelegationState.Row;
import dev.curfew.views.gallery.Png;
import dev.curfew.views.graph.GraphFiles;
import dev.curfew.views.graph.GraphView;
import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.DataTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;

/** Writes the whole picture, as it is shown, into a file. */
final class DelegationExport {
    private final GraphFiles files;
    private final DataTable<Row> table;
    private final Supplier<String> title;
    private final Ui ui;
    private final MenuButton button = new MenuButton();

    DelegationExport(GraphView view, DataTable<Row> table, Supplier<String> title, Ui ui) {
        this.table = table;
        this.files = new GraphFiles(view);
        this.title = title;
        this.ui = ui;
        button.setId("delegation-export");
        button.setText(ui.text("list.export"));
        button.setGraphic(AppIcon.EXPORT.view());
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        button.getItems()
                .setAll(
                        item("svg", ui.text("delegation.export.svg"), this::svg),
                        item("png", ui.text("delegation.export.png"), this::png),
                        item("csv", ui.text("list.export.csv"), this::csv));
    }

    MenuButton button() {
        return button;
    }

    private static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId("delegation-export-" + id);
        item.setOnAction(event -> run.run());
        return item;
    }

    private void svg() {
        String document = files.svg(title.get());
        ask(
                "svg",
                ui.text("delegation.export.svg"),
                () -> document.getBytes(StandardCharsets.UTF_8));
    }

    private void png() {
        WritableImage image = files.image();
        ask("png", ui.text("delegation.export.png"), () -> Png.of(image));
    }

    private void csv() {
        List<Row> rows = List.copyOf(table.shownRows());
        List<ExportFile.Field<Row>> fields =
                table.shownColumns().stream()
                        .map(column -> new ExportFile.Field<Row>(column.title(), column.exported()))
                        .toList();
        choose("csv", ui.text("list.export.csv"), file -> ExportFile.csv(file, fields, rows));
    }

    private interface Writing {
        void to(Path file) throws Exception;
    }

    private void ask(String extension, String kind, Callable<byte[]> content) {
        choose(extension, kind, file -> Files.write(file, content.call()));
    }

    private void choose(String extension, String kind, Writing writing) {
        FileQuestion question =
                new FileQuestion(
                        ui.text("delegation.export.title"),
                        "delegation." + extension,
                        kind,
                        extension);
        ui.dialogs().chooseSave(question, file -> write(file, writing));
    }

    private void write(Path file, Writing writing) {
        ui.tasks()
                .start(
                        "delegation.export",
                        () -> {
                            writing.to(file);
                            return file.toAbsolutePath();
                        },
                        written ->
                                ui.dialogs()
                                        .tell(
                                                Notice.done(
                                                        ui.text(
                                                                "delegation.export.done",
                                                                written))),
                        failure ->
                                ui.dialogs()
                                        .tell(
                                                Notice.warning(
                                                        ui.text(
                                                                "delegation.export.failed",
                                                                file,
                                                                String.valueOf(
                                                                        failure.getMessage())))));
    }
}
