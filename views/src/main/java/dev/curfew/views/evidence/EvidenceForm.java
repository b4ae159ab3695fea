package dev.curfew.views.evidence;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.evidence.EvidenceDraft.From;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Overlays;
import dev.curfew.views.kit.Segments;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.ModalCard;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Asks which key signs, where its passphrase is, and where the pack goes. JavaFX thread only. */
final class EvidenceForm {
    /** What the form asks its owner to do. */
    interface Answers {
        void makeKey(Path file, Consumer<Path> made);

        /**
         * @param replace the file was chosen in the operating system's dialog, which asks itself
         */
        void export(EvidenceDraft draft, boolean replace);
    }

    private final String operation;
    private final Answers answers;
    private final Ui ui;
    private final TextField key = field("evidence-key");
    private final TextField place = field("evidence-place");
    private final TextField file = field("evidence-file");
    private final Segments from;
    private final HBox placeLine;
    private final ActionButton export;
    private EvidenceDraft draft = EvidenceDraft.EMPTY;
    private Optional<Path> chosen = Optional.empty();
    private Overlays.Open open = () -> {};

    EvidenceForm(String operation, Answers answers, Ui ui) {
        this.operation = operation;
        this.answers = answers;
        this.ui = ui;
        from =
                new Segments(
                        "evidence-from",
                        ui.text("evidence.from"),
                        List.of(
                                ui.text("evidence.from.asked"),
                                ui.text("evidence.from.environment"),
                                ui.text("evidence.from.file")),
                        index -> change(draft.withFrom(From.values()[index])));
        placeLine = line("evidence.place", place);
        export =
                Buttons.main(
                        Buttons.text("evidence-export", ui.text("evidence.verb"), this::export));
        name(key, "evidence.key");
        name(place, "evidence.place");
        name(file, "evidence.file");
        key.textProperty().subscribe(text -> change(draft.withKey(text)));
        place.textProperty().subscribe(text -> change(draft.withPlace(text)));
        file.textProperty().subscribe(text -> change(draft.withFile(text)));
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.getStyleClass().add("mono");
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private void name(TextField field, String text) {
        field.setAccessibleText(ui.texts().get(text));
    }

    void show() {
        String title = ui.text("evidence.title");
        ModalCard card =
                new ModalCard(
                        title,
                        body(),
                        Buttons.text(
                                "evidence-cancel",
                                ui.text("kit.dialog.cancel"),
                                () -> open.close()),
                        export);
        card.getStyleClass().add("form-card");
        change(draft);
        open =
                ui.overlays()
                        .show(
                                new Overlays.Overlay(
                                        "evidence-form",
                                        title,
                                        card,
                                        key,
                                        Overlays.Placement.DIALOG,
                                        () -> {}));
    }

    /** Fills in what was used last, unless something was typed meanwhile. */
    void offer(EvidenceDraft known) {
        if (draft.equals(EvidenceDraft.EMPTY)) {
            from.choose(known.from().ordinal());
            change(draft.withFrom(known.from()));
            key.setText(known.key());
            place.setText(known.place());
        }
    }

    private VBox body() {
        HBox keyLine = line("evidence.key", key);
        keyLine.getChildren()
                .addAll(
                        Buttons.icon(
                                "evidence-key-choose",
                                AppIcon.FOLDER,
                                ui.text("evidence.key.choose"),
                                this::chooseKey),
                        Buttons.text(
                                "evidence-key-make", ui.text("evidence.key.make"), this::makeKey));
        HBox fileLine = line("evidence.file", file);
        fileLine.getChildren()
                .add(
                        Buttons.icon(
                                "evidence-file-choose",
                                AppIcon.FOLDER,
                                ui.text("evidence.file.choose"),
                                this::chooseFile));
        VBox blocks =
                new VBox(
                        Labels.wrapped(ui.text("evidence.about", operation)),
                        new VBox(
                                fieldRow(keyLine),
                                fieldRow(line("evidence.from", from)),
                                fieldRow(placeLine),
                                fieldRow(fileLine)),
                        hint());
        blocks.getChildren().get(1).getStyleClass().add("form-block");
        blocks.getStyleClass().add("form-blocks");
        return new VBox(blocks);
    }

    private HBox hint() {
        HBox hint =
                new HBox(
                        AppIcon.INFO.view("muted-icon"),
                        Labels.wrapped(ui.text("evidence.hint"), "muted"));
        hint.getStyleClass().add("row");
        return hint;
    }

    private static VBox fieldRow(HBox line) {
        VBox row = new VBox(line);
        row.getStyleClass().add("field-row");
        row.visibleProperty().bind(line.visibleProperty());
        row.managedProperty().bind(line.visibleProperty());
        return row;
    }

    private HBox line(String name, Node input) {
        Label label = Labels.of(ui.texts().get(name), "field-name");
        label.setLabelFor(input);
        HBox line = new HBox(label, input);
        line.getStyleClass().add("field-line");
        return line;
    }

    private void change(EvidenceDraft next) {
        draft = next;
        placeLine.setVisible(next.from() != From.ASKED);
        String problem = next.problem();
        export.refuse(problem.isEmpty() ? "" : ui.texts().get(problem));
    }

    private void chooseKey() {
        ui.dialogs()
                .chooseOpen(
                        new FileQuestion(ui.text("evidence.key.choose"), "", "PKCS#12", "p12"),
                        path -> key.setText(path.toString()));
    }

    private void makeKey() {
        ui.dialogs()
                .chooseSave(
                        new FileQuestion(
                                ui.text("evidence.key.make"),
                                "curfew-evidence.p12",
                                "PKCS#12",
                                "p12"),
                        path ->
                                answers.makeKey(
                                        path,
                                        made -> {
                                            from.choose(From.ASKED.ordinal());
                                            change(draft.withFrom(From.ASKED));
                                            key.setText(made.toString());
                                        }));
    }

    private void chooseFile() {
        ui.dialogs()
                .chooseSave(
                        new FileQuestion(
                                ui.text("evidence.file.choose"),
                                "evidence-" + operation.replaceAll("[^A-Za-z0-9.-]", "-") + ".zip",
                                "ZIP",
                                "zip"),
                        path -> {
                            chosen = Optional.of(path);
                            file.setText(path.toString());
                        });
    }

    private void export() {
        open.close();
        answers.export(draft, chosen.equals(draft.target()));
    }
}
