package dev.curfew.views.actions;

import dev.curfew.containment.ActionKind;
import dev.curfew.containment.ActionKind.Strength;
import dev.curfew.containment.ChangePlan;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.exposure.BoundLines;
import dev.curfew.views.exposure.BoundPlace;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.SideBySide;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What changes at the left, how long it stays open and what to know at the right. */
final class PreviewBody implements Attachable {
    /** The right side says what matters more. */
    static final double LEFT_SHARE = 0.44;

    private final PreviewViewModel model;
    private final FlowContext context;
    private final Ui ui;
    private final BoundLines lines;
    private final Card bound;
    private final VBox sentences = new VBox();
    private final PlainTable<ItemRow> items;
    private final Card itemsCard;
    private final SideBySide node;
    private List<Object> said = List.of();
    private List<ChangePlan.Item> shown = List.of();

    PreviewBody(PreviewViewModel model, FlowContext context) {
        this.model = model;
        this.context = context;
        this.ui = context.ui();
        lines = new BoundLines("preview-bound", BoundPlace.PREVIEW, ui);
        bound = new Card(title(model.plan()), lines);
        sentences.setId("preview-sentences");
        sentences.getStyleClass().add("sentences");
        items = itemsTable();
        itemsCard = new Card(ui.text("actions.items"), items);
        itemsCard.getStyleClass().add("items-card");
        VBox left = new VBox(itemsCard);
        VBox.setVgrow(itemsCard, Priority.ALWAYS);
        Hits.of(model.plan(), context).ifPresent(hits -> left.getChildren().add(hits));
        left.getStyleClass().add("flow-column");
        VBox right = new VBox(sentences, bound);
        right.getStyleClass().add("flow-column");
        node = new SideBySide(left, right, LEFT_SHARE).rightLeads();
        show(model.plan());
    }

    private String title(ChangePlan plan) {
        return plan.bound().x509Dead().at().isPresent()
                ? ui.text("actions.bound.title")
                : ui.text("actions.bound.title.none");
    }

    Region node() {
        return node;
    }

    /** New things have long values and one name. */
    private boolean isNew() {
        return model.plan().kind().strength() == Strength.ADDS;
    }

    private PlainTable<ItemRow> itemsTable() {
        return new PlainTable<>(
                "preview-items",
                ui.text("actions.items.none"),
                List.of(
                        PlainTable.Column.of(
                                        ui.text("actions.items.what"),
                                        isNew() ? 1.5 : 2.8,
                                        ItemRow::name)
                                .inMono()
                                .looking(row ->
                                        new PlainTable.CellLook(Tone.NEUTRAL, null, row.full())),
                        PlainTable.Column.of(ui.text("actions.items.field"), 1.1, ItemRow::field),
                        PlainTable.Column.of(
                                        ui.text("actions.items.change"),
                                        isNew() ? 3.2 : 2,
                                        ItemRow::change)
                                .looking(row ->
                                        row.gone()
                                                ? new PlainTable.CellLook(
                                                        Tone.DANGER,
                                                        AppIcon.REMOVE.view("cell-icon"),
                                                        "")
                                                : PlainTable.CellLook.PLAIN)));
    }

    @Override
    public Subscription attached() {
        return model.planProperty().subscribe(this::show);
    }

    private void show(ChangePlan plan) {
        bound.subtitle(
                ui.text(
                        "actions.bound.now.skew",
                        ui.ages().withZone(plan.plannedAt()),
                        skew(plan)));
        lines.show(plan.bound(), plan.plannedAt(), context.words().noBound(plan.kind()));
        if (!plan.items().equals(shown)) {
            shown = plan.items();
            items.show(ItemRow.of(plan, ui, context.words()));
        }
        itemsCard.subtitle(ui.text("actions.items.count", plan.items().size()));
        List<Object> toSay = List.of(plan.warnings(), plan.refusals(), model.isReadOnly());
        if (!toSay.equals(said)) {
            said = toSay;
            sentences.getChildren().setAll(sentences(plan));
            sentences.setVisible(!sentences.getChildren().isEmpty());
            sentences.setManaged(sentences.isVisible());
        }
    }

    private String skew(ChangePlan plan) {
        return context.server(plan.connection())
                .flatMap(server -> server.skew())
                .map(skew ->
                        skew.high().compareTo(Duration.ZERO) <= 0
                                ? ui.text("actions.bound.skewNone")
                                : ui.text(
                                        "actions.bound.skew",
                                        "%.1f".formatted(skew.high().toMillis() / 1000.0)))
                .orElseGet(() -> ui.text("actions.bound.skewUnknown"));
    }

    private List<Node> sentences(ChangePlan plan) {
        List<Node> all = new ArrayList<>();
        plan.refusals()
                .forEach(why ->
                        all.add(
                                Frames.framed(
                                        Sentences.refusal(context.words().explain(why)),
                                        Tone.DANGER)));
        if (plan.refusals().isEmpty() && model.isReadOnly()) {
            all.add(readOnly(plan.connection()));
        }
        if (plan.kind().strength() == Strength.ADDS) {
            all.add(
                    Frames.framed(
                            Sentences.line(
                                    AppIcon.INFO,
                                    Tone.NEUTRAL,
                                    Labels.wrapped(ui.text("actions.addsAccess.long"))),
                            Tone.NEUTRAL));
        }
        if (plan.kind() == ActionKind.EVICT) {
            all.add(Frames.framed(contains(), Tone.DANGER));
        }
        if (!plan.warnings().isEmpty()) {
            VBox warnings = new VBox();
            warnings.getStyleClass().add("sentence-list");
            plan.warnings().stream()
                    .filter(warning -> !warning.key().equals("banInstead"))
                    .forEach(warning -> warnings.getChildren().add(sentence(warning)));
            all.add(Frames.framed(warnings, Tone.NEUTRAL));
        }
        return all;
    }

    private Region contains() {
        return Sentences.line(
                AppIcon.CRITICAL,
                Tone.DANGER,
                Tone.DANGER.on(Labels.wrapped(ui.text("actions.evict.loud"), "strong")),
                Labels.wrapped(ui.text("actions.evict.why")));
    }

    /** Some are good to know and nothing to worry about. */
    private Region sentence(ChangePlan.Warning warning) {
        String words = context.words().warning(warning);
        return switch (warning.key()) {
            case "renewals", "asWantedAlready", "trustsPeer", "aliasStays" -> Sentences.note(words);
            default -> Sentences.warning(words);
        };
    }

    private Node readOnly(String connection) {
        var why = context.gate().explained(connection);
        Label what = Labels.wrapped(why.what(), "strong");
        HBox line =
                Sentences.line(
                        AppIcon.LOCK_OUTLINE,
                        Tone.MUTED,
                        what,
                        Labels.wrapped(ui.text("actions.readOnly.preview"), "muted"));
        line.getChildren()
                .add(
                        Buttons.of(
                                "preview-arm",
                                AppIcon.ARMED,
                                ui.text("actions.arm"),
                                () -> {
                                    context.host().arm().accept(connection);
                                    context.gate().look();
                                    model.judge();
                                    show(model.plan());
                                }));
        return Frames.framed(line, Tone.NEUTRAL);
    }
}
