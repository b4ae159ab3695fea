package dev.curfew.views.actions;

import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.ItemReport;
import dev.curfew.containment.ItemReport.State;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.exposure.BoundLines;
import dev.curfew.views.exposure.BoundPlace;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.SideBySide;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Each item and what became of it at the left; what is still open, counting down, at the right. */
final class ReportBody implements Attachable {
    private final SessionReport session;
    private final FlowContext context;
    private final Ui ui;
    private final BoundLines lines;
    private final Label figure = Labels.of("", "figure");
    private final Label figureNote = Labels.wrapped("");
    private final Card bound;
    private final VBox sentences = new VBox();
    private final PlainTable<ItemReport> items;
    private final SideBySide node;

    ReportBody(SessionReport session, Optional<Token> token, FlowContext context) {
        this.session = session;
        this.context = context;
        this.ui = context.ui();
        lines = new BoundLines("report-bound", BoundPlace.REPORT, ui);
        figure.setId("report-countdown");
        figure.getStyleClass().add("countdown");
        HBox headline = new HBox(figure, figureNote);
        headline.getStyleClass().add("residual-line");
        HBox.setHgrow(figureNote, Priority.ALWAYS);
        bound =
                new Card(
                        session.report().plan().bound().x509Dead().at().isPresent()
                                ? ui.text("actions.report.bound")
                                : ui.text("actions.report.bound.none"),
                        new VBox(headline, lines));
        sentences.setId("report-sentences");
        sentences.getStyleClass().add("sentences");
        items = itemsTable();
        Card itemsCard = new Card(ui.text("actions.report.items"), items);
        itemsCard.subtitle(ui.text("actions.report.proof"));
        itemsCard.getStyleClass().add("items-card");
        VBox right = new VBox();
        token.ifPresent(made -> right.getChildren().add(TokenPanel.of(made, ui)));
        right.getChildren().addAll(sentences, bound);
        right.getStyleClass().add("flow-column");
        node = new SideBySide(itemsCard, right, PreviewBody.LEFT_SHARE).rightLeads();
    }

    Region node() {
        return node;
    }

    private PlainTable<ItemReport> itemsTable() {
        return new PlainTable<>(
                "report-items",
                ui.text("actions.items.none"),
                List.of(
                        PlainTable.Column.<ItemReport>of(
                                        ui.text("actions.items.what"),
                                        1.7,
                                        item -> ItemRow.path(item.title()))
                                .inMono(),
                        PlainTable.Column.<ItemReport>of(
                                        ui.text("actions.items.state"),
                                        1,
                                        item -> ItemStateWords.of(item.state(), ui).word())
                                .looking(this::stateLook),
                        PlainTable.Column.<ItemReport>of(
                                        ui.text("actions.items.why"), 2.2, this::why)
                                .looking(item ->
                                        new PlainTable.CellLook(
                                                Tone.NEUTRAL,
                                                null,
                                                item.failure()
                                                        .map(why ->
                                                                context.words()
                                                                        .explain(why)
                                                                        .asParagraph())
                                                        .orElse("")))));
    }

    private PlainTable.CellLook stateLook(ItemReport item) {
        ItemStateWords words = ItemStateWords.of(item.state(), ui);
        var icon = words.icon().view("cell-icon");
        words.tone().on(icon);
        return new PlainTable.CellLook(words.tone(), icon, "");
    }

    /** What needs eyes first. */
    private static int order(ItemReport item) {
        return switch (item.state()) {
            case REVERTED, CONTRADICTED -> 0;
            case FAILED -> 1;
            case UNKNOWN -> 2;
            case NOT_SENT -> 3;
            case ACCEPTED -> 4;
            case CONFIRMED -> 5;
        };
    }

    private String why(ItemReport item) {
        return item.failure().map(why -> context.words().briefOfThis(why)).orElse("");
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(session.reportProperty().subscribe(_ -> show()))
                .add(session.looksProperty().subscribe(_ -> show()))
                .add(ui.ticker().everySecond(this::tick));
    }

    private void show() {
        ChangeReport report = session.report();
        items.show(
                report.items().stream().sorted(Comparator.comparing(ReportBody::order)).toList());
        sentences.getChildren().setAll(sentences(report));
        sentences.setVisible(!sentences.getChildren().isEmpty());
        sentences.setManaged(sentences.isVisible());
        boolean open = report.bound().isPresent() && report.acceptedAt().isPresent();
        bound.setVisible(open);
        bound.setManaged(open);
        tick();
    }

    private void tick() {
        ChangeReport report = session.report();
        if (report.bound().isEmpty() || report.acceptedAt().isEmpty()) {
            return;
        }
        Instant from = report.acceptedAt().get();
        ExposureBound open = report.bound().get();
        bound.subtitle(ui.text("actions.report.since", ui.ages().withZone(from)));
        lines.show(open, from, context.words().noBound(report.plan().kind()));
        Optional<Instant> last =
                Stream.of(open.x509Dead(), open.jwtDead())
                        .flatMap(bound -> bound.at().stream())
                        .max(Instant::compareTo);
        last.ifPresent(this::countDown);
        Node headline = figure.getParent();
        headline.setVisible(last.isPresent());
        headline.setManaged(last.isPresent());
    }

    private void countDown(Instant last) {
        boolean over = !last.isAfter(ui.ages().now());
        figure.setText(over ? ui.text("actions.report.over") : ui.ages().until(last));
        (over ? Tone.MUTED : Tone.WARNING).on(figure);
        figureNote.setText(
                over
                        ? ui.text("actions.report.overSince", ui.ages().at(last))
                        : ui.text("actions.report.deadBy", ui.ages().at(last)));
    }

    private List<Node> sentences(ChangeReport report) {
        List<Node> all = new ArrayList<>();
        report.refused()
                .ifPresent(why ->
                        all.add(
                                Frames.framed(
                                        Sentences.refusal(context.words().explain(why)),
                                        Tone.DANGER)));
        long reverted = report.count(State.REVERTED);
        if (reverted > 0) {
            all.add(
                    Frames.framed(
                            Sentences.line(
                                    AppIcon.REVERTED,
                                    Tone.DANGER,
                                    Tone.DANGER.on(
                                            Labels.wrapped(
                                                    ui.text("actions.report.reverted", reverted),
                                                    "strong")),
                                    Labels.wrapped(ui.text("actions.report.reverted.next"))),
                            Tone.DANGER));
        } else if (report.count(State.CONFIRMED) > 0) {
            all.add(Frames.framed(watched(), Tone.NEUTRAL));
        }
        return all;
    }

    private Region watched() {
        int looks = session.looksProperty().get();
        return switch (looks) {
            case 0 ->
                    Sentences.line(
                            AppIcon.WAITING,
                            Tone.MUTED,
                            Labels.wrapped(ui.text("actions.report.watching")));
            case 1 ->
                    Sentences.line(
                            AppIcon.WAITING,
                            Tone.MUTED,
                            Labels.wrapped(ui.text("actions.report.watchedOnce")));
            default ->
                    Sentences.line(
                            AppIcon.DONE,
                            Tone.SUCCESS,
                            Labels.wrapped(ui.text("actions.report.watched")));
        };
    }
}
