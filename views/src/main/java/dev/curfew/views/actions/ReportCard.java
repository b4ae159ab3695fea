package dev.curfew.views.actions;

import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.ItemReport.State;
import dev.curfew.containment.ReportJson;
import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.Reason;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** What became of an action, and what can be done with it. */
final class ReportCard implements Attachable {
    private final SessionReport session;
    private final FlowContext context;
    private final Ui ui;
    private final HBox counts = new HBox();
    private final ActionButton close;
    private final ReportBody body;
    private final FlowCard card;

    ReportCard(
            SessionReport session,
            Optional<Token> token,
            FlowContext context,
            Runnable closed,
            Consumer<String> undo,
            Runnable again) {
        this.session = session;
        this.context = context;
        this.ui = context.ui();
        ChangeReport report = session.report();
        counts.setId("report-counts");
        counts.getStyleClass().add("report-counts");
        close = Buttons.main(Buttons.text("report-close", ui.text("kit.dialog.close"), closed));
        close.setDefaultButton(true);
        ActionButton back =
                Buttons.of(
                        "report-undo",
                        AppIcon.UNDO,
                        ui.text("actions.undo"),
                        () -> undo.accept(report.plan().operationId()));
        back.refuse(whyNoUndo(report));
        body = new ReportBody(session, token, context);
        card =
                new FlowCard(context.words().title(report.plan()), "flow-wide", body.node())
                        .withHead(counts)
                        .withButtons(
                                new Node[] {
                                    Buttons.of(
                                            "report-copy",
                                            AppIcon.COPY,
                                            ui.text("actions.report.copy"),
                                            this::copy),
                                    Buttons.of(
                                            "report-export",
                                            AppIcon.EXPORT,
                                            ui.text("actions.report.export"),
                                            this::export)
                                },
                                report.refused().isPresent()
                                        ? new Node[] {again(report, again), close}
                                        : new Node[] {back, close});
    }

    /** A refused plan is not run a second time: it is planned anew. */
    private ActionButton again(ChangeReport report, Runnable again) {
        boolean readOnly =
                report.refused().filter(why -> why.reason() == Reason.READ_ONLY).isPresent();
        return readOnly
                ? Buttons.of(
                        "report-arm",
                        AppIcon.ARMED,
                        ui.text("actions.arm"),
                        () -> {
                            context.host().arm().accept(report.plan().connection());
                            context.gate().look();
                            again.run();
                        })
                : Buttons.of("report-again", AppIcon.REFRESH, ui.text("actions.again"), again);
    }

    FlowCard card() {
        return card;
    }

    Node firstFocus() {
        return close;
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(session.reportProperty().subscribe(this::count))
                .add(body.attached());
    }

    private String whyNoUndo(ChangeReport report) {
        if (!report.plan().undoable()) {
            return ui.text("actions.undo.never");
        }
        return report.acceptedAt().isEmpty() ? ui.text("actions.undo.nothing") : "";
    }

    private void count(ChangeReport report) {
        counts.getChildren().clear();
        for (State state : State.values()) {
            long count = report.count(state);
            if (count > 0) {
                ItemStateWords words = ItemStateWords.of(state, ui);
                counts.getChildren()
                        .add(
                                new Pill(
                                        ui.texts().get(words.counted(), Counts.of(count)),
                                        words.tone()));
            }
        }
    }

    private String json() {
        return ReportJson.write(session.report(), session.confirmation());
    }

    private void copy() {
        ui.dialogs().copy(json());
        ui.dialogs().tell(Notice.done(ui.text("actions.report.copied")));
    }

    private void export() {
        String name = "curfew-" + session.report().plan().operationId() + ".json";
        ui.dialogs()
                .chooseSave(
                        new FileQuestion(
                                ui.text("actions.report.export"),
                                name,
                                ui.text("actions.report.kind"),
                                "json"),
                        this::write);
    }

    private void write(Path file) {
        String text = json();
        ui.tasks()
                .start(
                        "actions.export",
                        () -> Files.writeString(file, text),
                        written ->
                                ui.dialogs()
                                        .tell(
                                                Notice.done(
                                                        ui.text(
                                                                "actions.report.written",
                                                                written))),
                        _ ->
                                ui.dialogs()
                                        .tell(
                                                Notice.warning(
                                                        ui.text(
                                                                "actions.report.notWritten",
                                                                file))));
    }
}
