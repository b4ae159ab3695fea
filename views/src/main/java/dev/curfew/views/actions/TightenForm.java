package dev.curfew.views.actions;

import dev.curfew.containment.Change;
import dev.curfew.icons.AppIcon;
import dev.curfew.text.Durations;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Shorter TTLs and an expiry for many entries, with what they would do while it is typed. */
final class TightenForm implements Attachable {
    private final TightenViewModel model;
    private final FlowContext context;
    private final Ui ui;
    private final Optional<TtlField> x509;
    private final Optional<TtlField> jwt;
    private final ExpiryField expiry;
    private final VBox summary = new VBox();
    private final ActionButton preview;
    private final FlowCard card;

    /**
     * @param ttls false: only the expiry is asked for
     */
    TightenForm(
            TightenViewModel model,
            boolean ttls,
            FlowContext context,
            Runnable cancelled,
            Consumer<Change> planned) {
        this.model = model;
        this.context = context;
        this.ui = context.ui();
        TightenSummary now =
                TightenSummary.of(
                        model.entries(),
                        new Change.Tighten(
                                model.entries(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        model.server().profile().timings());
        x509 =
                Optional.of(
                                new TtlField(
                                        "tighten-x509",
                                        ui.text("actions.field.x509Ttl"),
                                        now.x509().longestNow(),
                                        ui))
                        .filter(_ -> ttls);
        jwt =
                Optional.of(
                                new TtlField(
                                        "tighten-jwt",
                                        ui.text("actions.field.jwtTtl"),
                                        now.jwt().longestNow(),
                                        ui))
                        .filter(_ -> ttls);
        expiry =
                new ExpiryField(
                        "tighten-expiry",
                        ui.text("actions.expiry.leave"),
                        context.host().zone(),
                        ui);
        summary.setId("tighten-summary");
        summary.getStyleClass().add("sentence-frame");
        summary.getStyleClass().add(ttls ? "form-summary" : "form-note");
        preview =
                FormButtons.preview(
                        ui, () -> model.stateProperty().get().change().ifPresent(planned::accept));
        VBox body = new VBox();
        body.getStyleClass().add("form-fields");
        x509.ifPresent(body.getChildren()::add);
        jwt.ifPresent(body.getChildren()::add);
        body.getChildren().addAll(expiry, summary);
        String count = Counts.of(model.entries().size());
        card =
                new FlowCard(
                                model.entries().size() == 1
                                        ? ui.texts()
                                                .get(
                                                        ttls ? "actions.tighten" : "actions.expire",
                                                        ActionWords.shortName(
                                                                model.entries()
                                                                        .getFirst()
                                                                        .spiffeId()
                                                                        .toString()))
                                        : ui.texts()
                                                .get(
                                                        ttls
                                                                ? "actions.tighten.many"
                                                                : "actions.expire.many",
                                                        count),
                                "flow-medium",
                                body)
                        .withButtons(new Node[0], FormButtons.cancel(ui, cancelled), preview);
    }

    FlowCard card() {
        return card;
    }

    Node firstFocus() {
        return x509.map(TtlField::field).orElse(expiry.field());
    }

    @Override
    public Subscription attached() {
        Subscriptions all = new Subscriptions();
        x509.ifPresent(
                field -> all.add(FormButtons.bind(field.textProperty(), model.x509Property())));
        jwt.ifPresent(
                field -> all.add(FormButtons.bind(field.textProperty(), model.jwtProperty())));
        return all.add(FormButtons.bind(expiry.textProperty(), model.expiryProperty()))
                .add(model.stateProperty().subscribe(this::show));
    }

    private void show(TightenViewModel.State state) {
        x509.ifPresent(field -> field.problem(state.x509Issue().map(context.words()::brief)));
        jwt.ifPresent(field -> field.problem(state.jwtIssue().map(context.words()::brief)));
        expiry.problem(state.expiryIssue().map(context.words()::brief));
        preview.refuse(state.change().isPresent() ? "" : ui.text(why(state)));
        summary.getChildren().clear();
        state.summary().ifPresentOrElse(s -> showSummary(s, state), this::showHint);
    }

    private static String why(TightenViewModel.State state) {
        boolean wrong =
                state.x509Issue().isPresent()
                        || state.jwtIssue().isPresent()
                        || state.expiryIssue().isPresent();
        return wrong ? "actions.form.correct" : "actions.form.nothing";
    }

    private void showHint() {
        summary.getChildren()
                .add(
                        Sentences.note(
                                x509.isPresent()
                                        ? ui.text("actions.tighten.hint")
                                        : ui.text("actions.expire.hint")));
    }

    private void showSummary(TightenSummary s, TightenViewModel.State state) {
        if (x509.isPresent()) {
            summary.getChildren()
                    .add(
                            Labels.wrapped(
                                    ui.text(
                                            "actions.tighten.x509",
                                            range(s.x509()),
                                            then(s.x509()))));
            summary.getChildren()
                    .add(
                            Labels.wrapped(
                                    ui.text("actions.tighten.jwt", range(s.jwt()), then(s.jwt()))));
            summary.getChildren()
                    .add(
                            Labels.wrapped(
                                    ui.text(
                                            "actions.tighten.counts",
                                            Counts.of(s.shorter()),
                                            Counts.of(s.longer()),
                                            Counts.of(s.same())),
                                    "strong"));
            if (s.longer() > 0) {
                summary.getChildren()
                        .add(
                                Sentences.line(
                                        AppIcon.WARNING,
                                        Tone.WARNING,
                                        Labels.wrapped(
                                                ui.text(
                                                        "actions.tighten.longer",
                                                        Counts.of(s.longer())))));
            }
        }
        state.renewals()
                .ifPresent(warning ->
                        summary.getChildren()
                                .add(Sentences.note(context.words().warning(warning))));
        if (summary.getChildren().isEmpty()) {
            showHint();
        }
    }

    private String range(TightenSummary.Range range) {
        return between(range.shortestNow(), range.longestNow());
    }

    private String then(TightenSummary.Range range) {
        return between(range.shortestThen(), range.longestThen());
    }

    private String between(long shortest, long longest) {
        String from = Durations.display(Duration.ofSeconds(shortest));
        return shortest == longest
                ? from
                : ui.text(
                        "actions.tighten.range",
                        from,
                        Durations.display(Duration.ofSeconds(longest)));
    }
}
