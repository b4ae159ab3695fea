package dev.curfew.views.actions;

import dev.curfew.bundle.GivenBundle;
import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.SafeText;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import io.spiffe.spiffeid.TrustDomain;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The other trust domain's first bundle: pasted, or from a file; and what is in it. */
final class BundleField extends VBox implements Attachable {
    private static final int ROWS = 4;

    private final GivenBundleModel model;
    private final FlowContext context;
    private final Ui ui;
    private final TextArea text = new TextArea();
    private final Label fileName = Labels.wrapped("", "mono");
    private final HBox file;
    private final Label summary = Labels.wrapped("", "caption");
    private final FieldBox box;
    private Optional<String> unreadable = Optional.empty();
    private Optional<String> issue = Optional.empty();

    BundleField(GivenBundleModel model, FlowContext context) {
        this.model = model;
        this.context = context;
        this.ui = context.ui();
        text.setPromptText(ui.text("actions.bundle.prompt"));
        text.setPrefRowCount(ROWS);
        text.getStyleClass().add("mono");
        // A form that scrolls would squeeze it to one line.
        text.setMinHeight(USE_PREF_SIZE);
        file =
                new HBox(
                        fileName,
                        Buttons.icon(
                                "federation-bundle-remove",
                                AppIcon.CLOSE,
                                ui.text("actions.bundle.remove"),
                                model::clearFile));
        file.getStyleClass().add("row");
        HBox.setHgrow(fileName, Priority.ALWAYS);
        fileName.setId("federation-bundle-file");
        summary.setId("federation-bundle-summary");
        box =
                new FieldBox(
                        "federation-bundle",
                        ui.text("actions.bundle"),
                        text,
                        new VBox(text, file),
                        new Node[] {
                            summary,
                            Buttons.small(
                                    Buttons.of(
                                            "federation-bundle-choose",
                                            AppIcon.FOLDER,
                                            ui.text("actions.bundle.choose"),
                                            this::choose))
                        });
        getChildren().setAll(box);
    }

    private void choose() {
        ui.dialogs()
                .chooseOpen(
                        new FileQuestion(ui.text("actions.bundle.title"), "", "", ""), model::read);
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(FormButtons.bind(text.textProperty(), model.textProperty()))
                .add(model.fileNameProperty().subscribe(this::showFile))
                .add(model.bundleProperty().subscribe(this::showBundle));
    }

    /** A file's content is not shown: it is read, and said what is in it. */
    private void showFile(Optional<String> name) {
        fileName.setText(name.map(SafeText::of).orElse(""));
        visible(file, name.isPresent());
        visible(text, name.isEmpty());
    }

    private void showBundle(Optional<Outcome<GivenBundle>> bundle) {
        summary.setText(
                bundle.map(outcome -> outcome instanceof Ok<GivenBundle>(var it) ? words(it) : "")
                        .orElse(""));
        visible(summary, !summary.getText().isEmpty());
        unreadable =
                bundle.flatMap(outcome ->
                        outcome instanceof Failed<GivenBundle>(var why)
                                ? Optional.of(context.words().brief(why))
                                : Optional.empty());
        box.problem(unreadable.or(() -> issue));
    }

    /**
     * @param sentence what else is wrong with it
     */
    void problem(Optional<String> sentence) {
        issue = sentence;
        box.problem(unreadable.or(() -> issue));
    }

    private String words(GivenBundle bundle) {
        String of =
                bundle.named().isEmpty()
                        ? ui.text("actions.bundle.nobody")
                        : bundle.named().stream()
                                .map(TrustDomain::getName)
                                .sorted()
                                .collect(Collectors.joining(", "));
        return ui.text(
                "actions.bundle.holds",
                of,
                bundle.x509Authorities().size(),
                ui.ages().at(bundle.firstEnd()),
                bundle.jwtAuthorities().size());
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
