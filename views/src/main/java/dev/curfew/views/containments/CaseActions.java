package dev.curfew.views.containments;

import dev.curfew.containment.book.ContainmentBook;
import dev.curfew.containment.book.Kept;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.SafeText;
import dev.curfew.views.actions.ActionHost;
import dev.curfew.views.contain.ContainServices;
import dev.curfew.views.kit.Confirmation;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What can be asked of a containment that exists. JavaFX thread only; nothing here waits. */
final class CaseActions {
    private final ContainServices services;
    private final ActionHost host;
    private final Ui ui;

    CaseActions(ContainServices services, ActionHost host, Ui ui) {
        this.services = services;
        this.host = host;
        this.ui = ui;
    }

    private ContainmentBook book() {
        return services.book();
    }

    void hold(Kept kept) {
        book().hold(kept.id());
    }

    void goOn(Kept kept) {
        book().goOn(kept.id());
    }

    void abort(Kept kept) {
        ui.dialogs()
                .confirm(
                        Confirmation.destructive(
                                "containment-abort",
                                ui.text("containments.abort.title", kept.id()),
                                ui.text("containments.abort.text"),
                                List.of(),
                                ui.text("containments.abort.verb")),
                        () -> book().abort(kept.id()));
    }

    /** Connections of it that may not be written to. */
    List<String> readOnly(Kept kept) {
        return kept.state().plan().connections().stream()
                .filter(name -> !services.arming().isArmed(name))
                .toList();
    }

    /** Lets its servers be written to, for fifteen minutes. */
    void arm(Kept kept) {
        readOnly(kept).forEach(host.arm());
    }

    /** Why it can not be gone on with now; empty: it can. */
    Optional<String> whyNotResume(Kept kept) {
        List<String> readOnly = readOnly(kept);
        return readOnly.isEmpty()
                ? Optional.empty()
                : Optional.of(ui.text("contain.readOnly", String.join(", ", readOnly)));
    }

    /** Confirmed as the plan was: what is sent is the same. */
    void resume(Kept kept) {
        Confirmation question =
                Confirmation.destructive(
                        "containment-resume",
                        ui.text("containments.resume.title", kept.id()),
                        ui.text("containments.resume.text"),
                        List.of(),
                        ui.text("containments.resume.verb"));
        String phrase = kept.state().plan().approval().text();
        ui.dialogs()
                .confirm(
                        phrase.isEmpty() ? question : question.typing(SafeText.of(phrase)),
                        () -> ask(() -> book().resume(kept.id())));
    }

    void giveUp(Kept kept) {
        ui.dialogs()
                .confirm(
                        Confirmation.plain(
                                "containment-giveUp",
                                ui.text("containments.giveUp.title", kept.id()),
                                ui.text("containments.giveUp.text"),
                                ui.text("containments.giveUp.verb")),
                        () -> ask(() -> book().giveUp(kept.id(), host.operator())));
    }

    /** A confirmation of its own: nodes that keep the gate closed are locked out by it. */
    void overrideGate(Kept kept, List<String> nodes) {
        ui.dialogs()
                .confirm(
                        Confirmation.destructive(
                                        "containment-gate",
                                        ui.text("containments.gate.title"),
                                        ui.text("containments.gate.text"),
                                        nodes,
                                        ui.text("containments.gate.verb"))
                                .typing(ui.text("containments.gate.phrase")),
                        () -> book().overrideGate(kept.id()));
    }

    private void ask(Callable<Outcome<String>> work) {
        ui.tasks()
                .<Outcome<String>>start(
                        "containments.ask",
                        work,
                        outcome -> {
                            if (outcome instanceof Failed<String>(var why)) {
                                ui.dialogs()
                                        .tell(Notice.warning(Explanations.of(why).asParagraph()));
                            }
                        },
                        host.crashed());
    }
}
