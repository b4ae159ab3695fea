package dev.curfew.views.backends;

import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.icons.AppIcon;
import dev.curfew.policy.PolicyKind;
import dev.curfew.views.backends.BackendDraft.Field;
import dev.curfew.views.backends.BackendDraft.Shown;
import dev.curfew.views.backends.BackendDraft.Way;
import dev.curfew.views.kit.AnswerBox;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Overlays;
import dev.curfew.views.kit.Segments;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.ModalCard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The form of one policy backend, above the page. */
public final class BackendForm {
    private final BackendFormViewModel model;
    private final Runnable saved;
    private final Ui ui;
    private final List<BackendFieldRow> rows = new ArrayList<>();
    private final VBox blocks = new VBox();
    private final Label kindHint = Labels.wrapped("", "muted");
    private final AnswerBox plaintext = new AnswerBox("backend-plaintext");
    private final ProofChoice proof;
    private final ProofChoice admin;
    private final BackendTrialPane trial;
    private VBox delegation = new VBox();
    private Overlays.Open open = () -> {};

    private BackendForm(BackendFormViewModel model, Runnable saved, Ui ui) {
        this.model = model;
        this.saved = saved;
        this.ui = ui;
        this.trial = new BackendTrialPane(ui);
        proof =
                new ProofChoice(
                        "backend-proof",
                        ui.text("backends.form.proof"),
                        List.of(Shown.values()),
                        () -> draft().proof(),
                        next -> model.choose(now -> now.with(next)),
                        ui);
        admin =
                new ProofChoice(
                        "backend-admin",
                        ui.text("backends.form.admin"),
                        List.of(Shown.NOTHING, Shown.PASSWORD),
                        () -> draft().admin(),
                        next -> model.choose(now -> now.withAdmin(next)),
                        ui);
        blocks.getStyleClass().add("form-blocks");
    }

    /** Opens it; {@code saved} is told once it was saved and has closed. */
    public static void open(BackendFormViewModel model, Runnable saved, Ui ui) {
        new BackendForm(model, saved, ui).show();
    }

    private BackendDraft draft() {
        return model.draftProperty().get();
    }

    private void show() {
        BackendFieldRow name =
                row(Field.NAME, "connections.form.name", "backends.form.name.prompt");
        delegation =
                block(
                        "backends.form.delegation",
                        Labels.wrapped(ui.text("backends.form.mapping.hint"), "muted"),
                        file(
                                Field.MAPPING,
                                "backends.form.mapping",
                                "backends.form.mapping.prompt"));
        blocks.getChildren()
                .setAll(
                        block(
                                "backends.form.what",
                                kinds(),
                                kindHint,
                                name,
                                row(
                                        Field.ADDRESS,
                                        "connections.form.address",
                                        "backends.form.address.prompt"),
                                row(
                                        Field.STORE,
                                        "backends.form.store",
                                        "backends.form.store.prompt")),
                        way(),
                        who(),
                        delegation);
        String title = ui.text(model.isNew() ? "backends.form.new" : "backends.form.edit");
        ModalCard card = card(title);
        model.draftProperty().subscribe(this::showDraft);
        model.onProblems(this::showDraft);
        model.trialProperty().subscribe(trial::show);
        showDraft();
        open =
                ui.overlays()
                        .show(
                                new Overlays.Overlay(
                                        "backend-form",
                                        title,
                                        card,
                                        name.input(),
                                        Overlays.Placement.DIALOG,
                                        model::stopTrial));
    }

    private ModalCard card(String title) {
        ScrollPane scroll = new ScrollPane(blocks);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // Wrapped messages are higher than a scroll pane expects of them.
        blocks.heightProperty()
                .subscribe(height -> scroll.setPrefViewportHeight(height.doubleValue()));
        ModalCard card =
                new ModalCard(
                        title,
                        new VBox(scroll, trial.node()),
                        Buttons.text("backend-test", ui.text("backends.form.test"), model::test),
                        Buttons.text(
                                "backend-cancel",
                                ui.text("kit.dialog.cancel"),
                                () -> open.dismiss()),
                        Buttons.main(
                                Buttons.text(
                                        "backend-save",
                                        ui.text("backends.form.save"),
                                        this::save)));
        card.getStyleClass().add("form-card");
        return card;
    }

    private void save() {
        model.save(() -> {
            open.close();
            saved.run();
        });
    }

    private Node kinds() {
        Segments kinds =
                new Segments(
                        "backend-kind",
                        ui.text("connections.backend.kind"),
                        Arrays.stream(PolicyKind.values())
                                .map(kind -> BackendWords.kind(kind, ui))
                                .toList(),
                        index -> model.choose(now -> now.with(PolicyKind.values()[index])));
        kinds.choose(draft().kind().ordinal());
        return kinds;
    }

    private Node way() {
        Segments ways =
                new Segments(
                        "backend-way",
                        ui.text("backends.form.way"),
                        List.of(ui.text("backends.form.tls"), ui.text("backends.form.plaintext")),
                        index -> model.choose(now -> now.with(Way.values()[index])));
        ways.choose(draft().way().ordinal());
        return block(
                "backends.form.way",
                ways,
                plaintext,
                file(
                        Field.AUTHORITIES,
                        "connections.form.bundle",
                        "backends.form.authorities.prompt"),
                file(Field.OWN_CHAIN, "connections.form.certificates", "backends.form.own.prompt"),
                file(Field.OWN_KEY, "connections.form.privateKey", "backends.form.ownKey.prompt"));
    }

    private Node who() {
        return block(
                "connections.form.who",
                proof.shownLine(),
                row(Field.USER, "backends.form.user", "backends.form.user.prompt"),
                proof.sourceLine(),
                row(Field.SECRET, "backends.form.secretAt", "connections.form.passphraseAt.prompt"),
                admin.shownLine(),
                row(Field.ADMIN_USER, "backends.form.adminUser", "backends.form.user.prompt"),
                admin.sourceLine(),
                row(
                        Field.ADMIN_SECRET,
                        "backends.form.adminSecretAt",
                        "connections.form.passphraseAt.prompt"));
    }

    private void showDraft() {
        rows.forEach(BackendFieldRow::showProblem);
        kindHint.setText(hint(draft().kind()));
        proof.show(true);
        admin.show(draft().hasAdmin());
        delegation.setVisible(draft().isMapped());
        delegation.setManaged(draft().isMapped());
        rows.stream()
                .filter(row -> row.field() == Field.MAPPING)
                .forEach(row -> row.note(model.mapping().map(this::words)));
        showPlaintext();
    }

    private void showPlaintext() {
        if (draft().way() == Way.TLS) {
            plaintext.hide();
        } else if (model.isExposed()) {
            plaintext.show(
                    Tone.DANGER,
                    AppIcon.WARNING,
                    ui.text("backends.form.exposed"),
                    List.of(ui.text("backends.form.exposed.next")));
        } else {
            plaintext.show(Tone.MUTED, AppIcon.INFO, ui.text("backends.form.here"), List.of());
        }
    }

    private String hint(PolicyKind kind) {
        return switch (kind) {
            case OPENFGA -> ui.text("backends.hint.openfga");
            case SPICEDB -> ui.text("backends.hint.spicedb");
            case CERBOS -> ui.text("backends.hint.cerbos");
            case EXT_AUTHZ -> ui.text("backends.hint.extauthz");
        };
    }

    private String words(GrantMapping mapping) {
        return ui.text(
                "backends.form.mapping.read",
                mapping.types().size(),
                mapping.hops().size(),
                mapping.rights().size());
    }

    private BackendFieldRow row(Field field, String name, String prompt) {
        BackendFieldRow row =
                new BackendFieldRow(field, ui.texts().get(name), ui.texts().get(prompt), model, ui);
        rows.add(row);
        return row;
    }

    private BackendFieldRow file(Field field, String name, String prompt) {
        return row(field, name, prompt).choosingFile(ui.text("connections.form.choose"));
    }

    private VBox block(String title, Node... nodes) {
        VBox block = new VBox(Labels.of(ui.texts().get(title), "section-title"));
        block.getChildren().addAll(nodes);
        block.getStyleClass().add("form-block");
        return block;
    }
}
