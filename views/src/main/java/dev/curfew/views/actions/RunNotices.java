package dev.curfew.views.actions;

import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.ItemReport.State;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.Optional;
import java.util.function.Consumer;

/** What is said about actions that nobody is looking at. */
final class RunNotices {
    private final FlowContext context;
    private final Ui ui;
    private final Consumer<SessionReport> reopen;

    RunNotices(FlowContext context, Consumer<SessionReport> reopen) {
        this.context = context;
        this.ui = context.ui();
        this.reopen = reopen;
    }

    void finished(SessionReport session) {
        ChangeReport report = session.report();
        String text =
                ui.text(
                        "actions.notice.finished",
                        context.words().title(report.plan()),
                        Counts.of(report.count(State.CONFIRMED) + report.count(State.ACCEPTED)),
                        Counts.of(report.items().size()));
        tell(report.succeeded() ? Tone.SUCCESS : Tone.WARNING, text, session);
    }

    void reverted(SessionReport session) {
        ChangeReport report = session.report();
        tell(
                Tone.DANGER,
                ui.text(
                        "actions.notice.reverted",
                        context.words().title(report.plan()),
                        Counts.of(report.count(State.REVERTED)),
                        Counts.of(report.items().size())),
                session);
    }

    private void tell(Tone tone, String text, SessionReport session) {
        ui.dialogs()
                .tell(
                        new Notice(tone, text, Optional.empty())
                                .with(
                                        ui.text("actions.notice.show"),
                                        () -> reopen.accept(session)));
    }
}
