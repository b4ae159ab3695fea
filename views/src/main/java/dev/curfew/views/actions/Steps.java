package dev.curfew.views.actions;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.ItemReport.State;
import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Overlays.Open;
import java.util.Optional;
import javafx.scene.Node;
import javafx.util.Subscription;

/** Leads from a wanted change to its report, one card after the other. JavaFX thread only. */
final class Steps {

    private final FlowContext context;
    private final RunNotices notices;

    Steps(FlowContext context) {
        this.context = context;
        this.notices = new RunNotices(context, this::reopen);
    }

    /**
     * How a change came to be planned.
     *
     * @param back opens the form again with what was typed
     * @param banInstead only for an eviction
     * @param command the same for the command line
     */
    record Origin(
            Optional<Runnable> back, Optional<Runnable> banInstead, Optional<String> command) {
        static final Origin NONE = new Origin(Optional.empty(), Optional.empty(), Optional.empty());

        static Origin ofForm(Runnable back) {
            return new Origin(Optional.of(back), Optional.empty(), Optional.empty());
        }

        Origin orBan(Runnable ban) {
            return new Origin(back, Optional.of(ban), command);
        }

        Origin withCommand(String text) {
            return new Origin(back, banInstead, Optional.of(text));
        }
    }

    /** Plans it and shows the plan. */
    void preview(Change change, ServerEstate server, Origin origin) {
        preview(change, server.name(), origin);
    }

    private void preview(Change change, String connection, Origin origin) {
        PreviewViewModel.plan(context, change, connection, plan -> preview(plan, origin));
    }

    private void preview(ChangePlan plan, Origin origin) {
        PreviewViewModel model = new PreviewViewModel(context, plan);
        Stage stage = new Stage();
        PreviewCard card =
                new PreviewCard(
                        model,
                        context,
                        new PreviewCard.Choices(
                                stage::close,
                                () -> {
                                    if (model.refusalProperty().get().isEmpty()) {
                                        stage.close();
                                        run(model.plan(), model.confirmation());
                                    }
                                },
                                origin.back().map(back -> stage.andThen(back)),
                                origin.banInstead().map(ban -> stage.andThen(ban)),
                                origin.command()
                                        .or(() ->
                                                CommandLine.of(plan.connection(), plan.change()))));
        stage.show(card.card(), "preview", context.words().title(plan), card.firstFocus(), card);
    }

    private void run(ChangePlan plan, Confirmation confirmation) {
        RunViewModel model = new RunViewModel(context, plan, confirmation);
        Stage stage = new Stage();
        RunCard card = new RunCard(model, context, stage::close);
        stage.show(card.card(), "run", context.words().title(plan), card.firstFocus(), card);
        model.start(
                report -> {
                    boolean seen = stage.isOpen();
                    stage.close();
                    done(report, confirmation, seen);
                },
                () -> {
                    stage.close();
                    context.ui()
                            .dialogs()
                            .tell(Notice.warning(context.ui().text("actions.run.lost")));
                });
    }

    private void done(ChangeReport report, Confirmation confirmation, boolean seen) {
        SessionReport session = new SessionReport(report, confirmation);
        context.reports().add(session);
        // A token is shown even to an operator who has looked away: there is no second time.
        if (seen || report.tokenValue().isPresent()) {
            report(session, Token.of(report));
        } else {
            notices.finished(session);
        }
        context.services()
                .watch()
                .watch(
                        report.withoutToken(),
                        confirmation,
                        newer -> context.host().fx().run(() -> lookedAgain(session, newer)));
    }

    private void lookedAgain(SessionReport session, ChangeReport newer) {
        long before = session.report().count(State.REVERTED);
        session.update(newer);
        if (newer.count(State.REVERTED) > before) {
            notices.reverted(session);
        }
    }

    /** Shows a report of this session again. */
    void reopen(SessionReport session) {
        report(session, Optional.empty());
    }

    private void report(SessionReport session, Optional<Token> token) {
        Stage stage = new Stage();
        ReportCard card =
                new ReportCard(
                        session,
                        token,
                        context,
                        stage::close,
                        operation -> {
                            stage.close();
                            undo(operation, Optional.empty());
                        },
                        stage.andThen(() -> again(session.report().plan())));
        stage.show(
                card.card(),
                "report",
                context.words().title(session.report().plan()),
                card.firstFocus(),
                card);
    }

    private void again(ChangePlan plan) {
        if (context.isConnected(plan.connection())) {
            preview(plan.change(), plan.connection(), Origin.NONE);
        } else {
            disconnected(plan.connection());
        }
    }

    private void disconnected(String connection) {
        context.ui()
                .dialogs()
                .tell(Notice.warning(context.ui().text("actions.disconnected", connection)));
    }

    /**
     * Plans to put an action back, on the connection that it was made on.
     *
     * @param current for an action that the journal does not know
     */
    void undo(String operationId, Optional<String> current) {
        context.ui()
                .tasks()
                .start(
                        "actions.undo",
                        () -> context.services().undo().connectionOf(operationId),
                        made -> made.or(() -> current).ifPresent(on -> undoOn(operationId, on)),
                        context.host().crashed());
    }

    private void undoOn(String operationId, String connection) {
        if (!context.isConnected(connection)) {
            disconnected(connection);
            return;
        }
        Estate estate = context.estate().estateProperty().get();
        context.ui()
                .tasks()
                .<Outcome<Change>>start(
                        "actions.undo",
                        () -> context.services().undo().of(operationId, estate),
                        outcome -> {
                            switch (outcome) {
                                case Failed<Change>(var why) ->
                                        context.ui()
                                                .dialogs()
                                                .tell(
                                                        Notice.warning(
                                                                context.words()
                                                                        .explain(why)
                                                                        .asParagraph()));
                                case Ok<Change>(var change) ->
                                        preview(
                                                change,
                                                connection,
                                                Origin.NONE.withCommand(
                                                        CommandLine.undo(connection, operationId)));
                            }
                        },
                        context.host().crashed());
    }

    /** Shows a form; what it is worth is for the form to say. */
    Stage stage() {
        return new Stage();
    }

    /** One card in the window, with what it listens to. */
    final class Stage {
        private Open open = () -> {};
        private Subscription listening = Subscription.EMPTY;
        private boolean isOpen;

        void show(FlowCard card, String id, String name, Node firstFocus, Attachable content) {
            listening = content.attached();
            isOpen = true;
            open = card.show(context.ui().overlays(), id, name, firstFocus, this::gone);
        }

        boolean isOpen() {
            return isOpen;
        }

        private void gone() {
            isOpen = false;
            listening.unsubscribe();
            listening = Subscription.EMPTY;
        }

        void close() {
            if (isOpen) {
                gone();
                open.close();
            }
        }

        Runnable andThen(Runnable next) {
            return () -> {
                close();
                next.run();
            };
        }
    }
}
