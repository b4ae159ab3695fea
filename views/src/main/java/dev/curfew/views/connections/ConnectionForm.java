package dev.curfew.views.connections;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.connections.ProfileDraft.Field;
import dev.curfew.views.connections.ProfileDraft.Kind;
import dev.curfew.views.connections.ProfileDraft.Passphrase;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Confirmation;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Overlays;
import dev.curfew.views.kit.Segments;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.ModalCard;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The form of one connection, above the page. */
final class ConnectionForm {
    private final ConnectionFormViewModel model;
    private final String notOpen;
    private final Ui ui;
    private final Runnable saved;
    private final List<FieldRow> rows = new ArrayList<>();
    private final VBox blocks = new VBox();
    private final HBox passphraseLine = new HBox();
    private final TrialPane trial;
    private Overlays.Open open = () -> {};

    private ConnectionForm(ConnectionFormViewModel model, String notOpen, Runnable saved, Ui ui) {
        this.model = model;
        this.notOpen = notOpen;
        this.ui = ui;
        this.saved = saved;
        this.trial = new TrialPane(ui);
        blocks.getStyleClass().add("form-blocks");
    }

    /**
     * Opens it; {@code saved} is told once it was saved and has closed.
     *
     * @param notOpen why nothing can be asked of the server; empty: it is connected
     */
    static void open(ConnectionFormViewModel model, String notOpen, Runnable saved, Ui ui) {
        new ConnectionForm(model, notOpen, saved, ui).show();
    }

    private void show() {
        FieldRow name = row(Field.NAME, "connections.form.name", "connections.form.name.prompt");
        blocks.getChildren()
                .setAll(
                        block("connections.form.where", name, address(), domain()),
                        block("connections.form.who", credentials()),
                        timings());
        ScrollPane scroll = new ScrollPane(blocks);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // Wrapped messages are higher than a scroll pane expects of them.
        blocks.heightProperty()
                .subscribe(height -> scroll.setPrefViewportHeight(height.doubleValue()));
        VBox content = new VBox(scroll, trial.node());
        String title = ui.text(model.isNew() ? "connections.form.new" : "connections.form.edit");
        ModalCard card =
                new ModalCard(
                        title,
                        content,
                        Buttons.text(
                                "connection-test", ui.text("connections.form.test"), model::test),
                        Buttons.text(
                                "connection-cancel",
                                ui.text("kit.dialog.cancel"),
                                () -> open.dismiss()),
                        Buttons.main(
                                Buttons.text(
                                        "connection-save",
                                        ui.text("connections.form.save"),
                                        this::save)));
        card.getStyleClass().add("form-card");
        model.draftProperty().subscribe(this::showProblems);
        model.onProblems(this::showProblems);
        model.trialProperty().subscribe(trial::show);
        showProblems();
        open =
                ui.overlays()
                        .show(
                                new Overlays.Overlay(
                                        "connection-form",
                                        title,
                                        card,
                                        name.input(),
                                        Overlays.Placement.DIALOG,
                                        model::stopTest));
    }

    private void save() {
        model.save(() -> {
            open.close();
            saved.run();
        });
    }

    private void showProblems() {
        rows.forEach(FieldRow::showProblem);
        showSources();
        boolean store = model.draftProperty().get().kind() == Kind.PKCS12;
        passphraseLine.setVisible(store);
        passphraseLine.setManaged(store);
    }

    private FieldRow row(Field field, String name, String prompt) {
        FieldRow row = new FieldRow(field, ui.texts().get(name), ui.texts().get(prompt), model, ui);
        rows.add(row);
        return row;
    }

    private FieldRow file(Field field, String name) {
        return row(field, name, "connections.form.file.prompt")
                .choosingFile(ui.text("connections.form.choose"));
    }

    private VBox block(String title, Node... nodes) {
        VBox block = new VBox(Labels.of(ui.texts().get(title), "section-title"));
        block.getChildren().addAll(nodes);
        block.getStyleClass().add("form-block");
        return block;
    }

    private Node address() {
        return row(Field.ADDRESS, "connections.form.address", "connections.form.address.prompt");
    }

    private Node domain() {
        return row(Field.TRUST_DOMAIN, "connections.form.domain", "connections.form.domain.prompt");
    }

    private Node[] credentials() {
        Segments kinds =
                new Segments(
                        "connection-kind",
                        ui.text("connections.form.who"),
                        List.of(
                                ui.text("connections.kind.socket"),
                                ui.text("connections.kind.workloadApi"),
                                ui.text("connections.kind.pem"),
                                ui.text("connections.kind.pkcs12")),
                        index -> model.choose(Kind.values()[index]));
        kinds.choose(model.draftProperty().get().kind().ordinal());
        Segments passphrases =
                new Segments(
                        "connection-passphrase-from",
                        ui.text("connections.form.passphrase"),
                        List.of(
                                ui.text("connections.passphrase.ask"),
                                ui.text("connections.passphrase.environment"),
                                ui.text("connections.passphrase.file")),
                        index -> model.choose(Passphrase.values()[index]));
        passphrases.choose(model.draftProperty().get().passphrase().ordinal());
        passphraseLine.getStyleClass().add("field-line");
        passphraseLine
                .getChildren()
                .setAll(
                        Labels.of(ui.text("connections.form.passphrase"), "field-name"),
                        passphrases);
        return new Node[] {
            kinds,
            row(Field.ENDPOINT, "connections.form.endpoint", "connections.form.endpoint.prompt"),
            file(Field.CERTIFICATES, "connections.form.certificates"),
            file(Field.PRIVATE_KEY, "connections.form.privateKey"),
            file(Field.KEY_STORE, "connections.form.keyStore"),
            passphraseLine,
            row(
                    Field.PASSPHRASE,
                    "connections.form.passphraseAt",
                    "connections.form.passphraseAt.prompt"),
            file(Field.BUNDLE, "connections.form.bundle")
        };
    }

    private Node timings() {
        CheckBox confirmed = new CheckBox(ui.text("connections.form.confirmed"));
        confirmed.setId("connection-confirmed");
        confirmed.setSelected(model.draftProperty().get().confirmed());
        confirmed.selectedProperty().subscribe(on -> model.confirm(on));
        GridPane pairs = new GridPane();
        pairs.addRow(
                0,
                timing(Field.X509_TTL, "connections.timing.x509"),
                timing(Field.JWT_TTL, "connections.timing.jwt"));
        pairs.addRow(
                1,
                timing(Field.CACHE_RELOAD, "connections.timing.cache"),
                timing(Field.AGENT_SYNC, "connections.timing.sync"));
        pairs.addRow(
                2,
                timing(Field.NODE_STALENESS, "connections.timing.staleness"),
                timing(Field.REFRESH_HINT, "connections.timing.hint"));
        pairs.addRow(3, timing(Field.CA_TTL, "connections.timing.ca"), learn());
        pairs.getStyleClass().add("timing-fields");
        HBox hint =
                new HBox(
                        AppIcon.INFO.view("muted-icon"),
                        Labels.wrapped(ui.text("connections.form.timings.hint"), "muted"));
        hint.getStyleClass().add("row");
        return block("connections.form.timings", hint, pairs, confirmed);
    }

    private Node learn() {
        ActionButton learn =
                Buttons.text(
                        "connection-learn",
                        ui.text("connections.form.learn"),
                        () ->
                                ui.dialogs()
                                        .confirm(
                                                Confirmation.plain(
                                                        "learn",
                                                        ui.text("connections.form.learn.title"),
                                                        ui.text("connections.form.learn.text"),
                                                        ui.text("connections.form.learn.verb")),
                                                model::learn));
        learn.refuse(notOpen);
        return learn;
    }

    private Node timing(Field field, String name) {
        FieldRow row = row(field, name, "connections.form.duration.prompt");
        row.getStyleClass().add("narrow");
        return row;
    }

    /** Where each timing comes from, as it would be saved now. */
    private void showSources() {
        for (FieldRow row : rows) {
            row.showText();
            row.note(model.timingIn(row.field()).map(value -> TimingWords.source(value, ui)));
        }
    }
}
