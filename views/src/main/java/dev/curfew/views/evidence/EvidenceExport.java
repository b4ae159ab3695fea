package dev.curfew.views.evidence;

import dev.curfew.connect.SecretRef;
import dev.curfew.evidence.KeyPlace;
import dev.curfew.evidence.pack.EvidencePacks.Exported;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.store.SealKey;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** From the button to the file. JavaFX thread only. */
public final class EvidenceExport {
    private final EvidenceDesk desk;
    private final Consumer<Throwable> crashed;
    private final Ui ui;

    /**
     * @param crashed hears of an error of the store or of ours
     */
    public EvidenceExport(EvidenceDesk desk, Consumer<Throwable> crashed, Ui ui) {
        this.desk = desk;
        this.crashed = crashed;
        this.ui = ui;
    }

    /** Why nothing can be exported; empty: it can. */
    public String whyNot(String operation) {
        if (operation.isEmpty()) {
            return ui.text("evidence.noOperation");
        }
        return desk.keeps() ? "" : ui.text("evidence.notKept");
    }

    /** Of a step its whole containment is exported. */
    public void ask(String operation) {
        int slash = operation.indexOf('/');
        String whole = slash < 0 ? operation : operation.substring(0, slash);
        EvidenceForm form = new EvidenceForm(whole, answers(whole), ui);
        form.show();
        ui.tasks()
                .start(
                        "evidence.key",
                        desk::knownKey,
                        known -> known.map(EvidenceDraft::of).ifPresent(form::offer),
                        crashed);
    }

    private EvidenceForm.Answers answers(String operation) {
        return new EvidenceForm.Answers() {
            @Override
            public void makeKey(Path file, Consumer<Path> made) {
                EvidenceExport.this.makeKey(file, made);
            }

            @Override
            public void export(EvidenceDraft draft, boolean replace) {
                EvidenceExport.this.export(operation, draft, replace);
            }
        };
    }

    private void makeKey(Path file, Consumer<Path> made) {
        ui.tasks()
                .startShown(
                        ui.text("evidence.key.making"),
                        progress -> desk.makeKey(new KeyPlace(file, new SecretRef.Prompt())),
                        outcome -> keyMade(outcome, file, made),
                        crashed);
    }

    private void keyMade(Outcome<SealKey> outcome, Path file, Consumer<Path> made) {
        switch (outcome) {
            case Ok<SealKey>(var key) -> {
                made.accept(file);
                ui.dialogs()
                        .tell(
                                Notice.done(ui.text("evidence.key.made", key.thumbprint()))
                                        .with(
                                                ui.text("evidence.key.copy"),
                                                () -> ui.dialogs().copy(key.thumbprint())));
            }
            case Failed<SealKey>(var why) -> warn(why);
        }
    }

    private void export(String operation, EvidenceDraft draft, boolean replace) {
        Optional<KeyPlace> key = draft.keyPlace();
        Optional<Path> file = draft.target();
        if (key.isEmpty() || file.isEmpty()) {
            return;
        }
        ui.tasks()
                .startShown(
                        ui.text("evidence.running", operation),
                        progress -> desk.export(operation, key.get(), file.get(), replace),
                        this::exported,
                        crashed);
    }

    private void exported(Outcome<Exported> outcome) {
        switch (outcome) {
            case Ok<Exported>(var done) -> ui.dialogs().tell(done(done));
            case Failed<Exported>(var why) -> warn(why);
        }
    }

    private Notice done(Exported done) {
        Notice notice =
                Notice.done(
                        ui.text(
                                "evidence.done",
                                done.file().getFileName(),
                                done.seal().key().thumbprint()));
        return Optional.ofNullable(done.file().toAbsolutePath().getParent())
                .map(folder ->
                        notice.with(
                                ui.text("list.export.folder"),
                                () -> ui.dialogs().openFolder(folder)))
                .orElse(notice);
    }

    private void warn(Failure why) {
        ui.dialogs().tell(Notice.warning(Explanations.of(why).asParagraph()));
    }
}
