package dev.curfew.views.contain;

import dev.curfew.containment.Confirmation;
import dev.curfew.containment.Strength;
import dev.curfew.containment.approval.SecondApproval;
import dev.curfew.containment.book.DryRun;
import dev.curfew.containment.plan.Approval;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlanFile;
import dev.curfew.estate.Estate;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.views.actions.ActionHost;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Tasks.Running;
import dev.curfew.views.kit.Ui;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/**
 * A containment before it is confirmed. It is planned again every second from what is known of the
 * servers then, so that all times hold for "if you start now". JavaFX thread only.
 */
public final class PlanViewModel {
    private final ContainServices services;
    private final ActionHost host;
    private final EstateModel estate;
    private final Ui ui;
    private final Planning planning;
    private final PlanOptions options;
    private final ReadOnlyObjectWrapper<PlanState> state;
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty incident = new SimpleStringProperty("");
    private Running running = Running.NONE;
    private Running asking = Running.NONE;
    private Optional<String> second = Optional.empty();
    private boolean atWork;
    private boolean again;
    private Instant notBefore = Instant.MIN;

    public PlanViewModel(
            PlanSource source,
            ContainServices services,
            ActionHost host,
            EstateModel estate,
            Ui ui) {
        this.services = services;
        this.host = host;
        this.estate = estate;
        this.ui = ui;
        planning = new Planning(services);
        options = new PlanOptions(source.only());
        state =
                new ReadOnlyObjectWrapper<>(
                        PlanState.of(
                                source,
                                source instanceof PlanSource.Saved(_, var plan)
                                        ? plan.request().strength()
                                        : Strength.CONTAIN));
        judge();
    }

    public ReadOnlyObjectProperty<PlanState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    PlanState state() {
        return state.get();
    }

    /** Why it can not be run now, in a sentence; empty: it can. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    PlanOptions options() {
        return options;
    }

    StringProperty typedProperty() {
        return typed;
    }

    StringProperty reasonProperty() {
        return reason;
    }

    StringProperty incidentProperty() {
        return incident;
    }

    public Subscription attached() {
        return new Subscriptions()
                .add(this::stop)
                .add(typed.subscribe(_ -> judge()))
                .add(incident.subscribe(_ -> judge()))
                .add(options.onChange(this::now))
                .add(ui.ticker().everySecond(this::tick));
    }

    private void stop() {
        running.cancel();
        asking.cancel();
        atWork = false;
        again = false;
        state.set(state().busy(false));
    }

    public void choose(Strength strength) {
        state.set(state().with(strength));
        judge();
    }

    /** Plans at once, because something was chosen. */
    private void now() {
        judge();
        if (options.issue().isEmpty()) {
            notBefore = Instant.MIN;
            plan();
        }
    }

    private void tick() {
        judge();
        if (!ui.ages().now().isBefore(notBefore) && options.issue().isEmpty()) {
            plan();
        }
    }

    private void plan() {
        if (atWork) {
            again = true;
            return;
        }
        atWork = true;
        Instant from = ui.ages().now();
        Estate known = estate.estateProperty().get();
        PlanSource source = state().source();
        Planning.Wanted wanted =
                new Planning.Wanted(
                        source,
                        options.read(),
                        options.endpoints(),
                        estate.currentProperty().get());
        running =
                ui.tasks()
                        .<Outcome<Planning.Made>>start(
                                "contain.plan",
                                () -> planning.make(wanted, known),
                                made -> planned(made, from),
                                crash -> {
                                    atWork = false;
                                    host.crashed().accept(crash);
                                });
    }

    private void planned(Outcome<Planning.Made> made, Instant from) {
        atWork = false;
        // A plan of very many entries takes its time: it is not all that is done.
        Instant then = ui.ages().now();
        notBefore = then.plus(Duration.between(from, then).multipliedBy(4));
        state.set(
                switch (made) {
                    case Failed<Planning.Made>(var why) -> state().failed(why);
                    case Ok<Planning.Made>(Planning.Made(var plans, var drift)) ->
                            state().planned(plans, drift);
                });
        judge();
        if (again) {
            again = false;
            plan();
        }
    }

    /** Connections that the plan writes to and that are not armed. */
    List<String> readOnly() {
        return state().plan().map(ContainmentPlan::connections).orElse(List.of()).stream()
                .filter(name -> !services.arming().isArmed(name))
                .toList();
    }

    void arm() {
        readOnly().forEach(host.arm());
        judge();
    }

    /** Looks again whether it may run. */
    void judge() {
        refusal.set(why());
    }

    private String why() {
        PlanState now = state();
        if (now.failure().isPresent()) {
            return Explanations.of(now.failure().get()).what();
        }
        if (now.plan().isEmpty()) {
            return ui.text("contain.planning");
        }
        if (!now.drift().isEmpty()) {
            return ui.text("contain.drifted");
        }
        if (options.issue().isPresent() && isFresh()) {
            return ui.text("actions.form.correct");
        }
        ContainmentPlan plan = now.plan().get();
        if (!plan.refusals().isEmpty()) {
            return Explanations.of(plan.refusals().getFirst()).what();
        }
        List<String> readOnly = readOnly();
        if (!readOnly.isEmpty()) {
            return ui.text("contain.readOnly", String.join(", ", readOnly));
        }
        if (second.isPresent() && plan.approval().kind() == Approval.Kind.SECOND_OR_PHRASE) {
            return now.busy() ? ui.text("contain.busy") : "";
        }
        if (!isTyped(plan)) {
            return ui.text("actions.typeFirst", plan.approval().text());
        }
        if (plan.approval().kind() == Approval.Kind.SECOND_OR_PHRASE && incident.get().isBlank()) {
            return ui.text("contain.incidentFirst");
        }
        return now.busy() ? ui.text("contain.busy") : "";
    }

    private boolean isFresh() {
        return state().source() instanceof PlanSource.Fresh;
    }

    /** The whole SPIFFE ID names the target even more exactly than its short name. */
    private static boolean isTyped(ContainmentPlan plan, String text) {
        return plan.approval().text().equals(text)
                || (plan.approval().kind() == Approval.Kind.TYPED
                        && text.startsWith("spiffe://")
                        && plan.request().target().subject().equals(text));
    }

    private boolean isTyped(ContainmentPlan plan) {
        return plan.approval().kind() == Approval.Kind.PLAIN || isTyped(plan, typed.get().strip());
    }

    private Confirmation confirmation(ContainmentPlan plan) {
        Confirmation said =
                new Confirmation(
                        host.operator(),
                        reason.get().strip(),
                        incident.get().strip(),
                        isTyped(plan) ? plan.approval().text() : typed.get().strip());
        return second.map(said::approvedBy).orElse(said);
    }

    /**
     * Starts the run, if nothing speaks against it.
     *
     * @param begun is given the containment's id
     */
    void run(Consumer<String> begun) {
        if (!refusal.get().isEmpty() || state().plan().isEmpty()) {
            return;
        }
        ContainmentPlan shown = state().plan().get();
        // What was reviewed under an id runs under that id, once.
        ContainmentPlan plan =
                state().source() instanceof PlanSource.Saved(_, var saved)
                        ? shown.withId(saved.id())
                        : shown;
        Confirmation confirmation = confirmation(plan);
        busy(true);
        ui.tasks()
                .<Outcome<String>>start(
                        "contain.start",
                        () -> services.book().start(plan, confirmation),
                        outcome -> {
                            busy(false);
                            switch (outcome) {
                                case Ok<String>(var id) -> begun.accept(id);
                                case Failed<String>(var why) ->
                                        ui.dialogs()
                                                .tell(
                                                        Notice.warning(
                                                                Explanations.of(why)
                                                                        .asParagraph()));
                            }
                        },
                        this::crashed);
    }

    /** Who else approved the plan, as the journal names them. */
    Optional<String> second() {
        return second;
    }

    /** A second operator signs a plan in a file; one that is made anew each second has none. */
    boolean canBeApproved() {
        return state().source() instanceof PlanSource.Saved(_, var saved)
                && saved.approval().kind() == Approval.Kind.SECOND_OR_PHRASE;
    }

    /** Reads a second operator's approval of the saved plan. */
    void approve(Path file, Runnable done) {
        if (!(state().source() instanceof PlanSource.Saved(_, var saved))) {
            return;
        }
        ui.tasks()
                .<Outcome<String>>start(
                        "contain.approval",
                        () ->
                                PlanFile.text(file)
                                        .then(SecondApproval::read)
                                        .then(read ->
                                                read.check(
                                                        saved,
                                                        services.approvers().get(),
                                                        host.operator())),
                        outcome -> {
                            switch (outcome) {
                                case Ok<String>(var name) -> second = Optional.of(name);
                                case Failed<String>(var why) ->
                                        ui.dialogs()
                                                .tell(
                                                        Notice.warning(
                                                                Explanations.of(why)
                                                                        .asParagraph()));
                            }
                            judge();
                            done.run();
                        },
                        host.crashed());
    }

    /** Asks the servers, and writes nothing. */
    void dryRun() {
        Optional<ContainmentPlan> plan = state().plan();
        if (plan.isEmpty() || state().busy()) {
            return;
        }
        busy(true);
        asking =
                ui.tasks()
                        .<DryRun.Result>start(
                                "contain.dryRun",
                                () -> services.dryRun().of(plan.get()),
                                result -> {
                                    state.set(state().with(result));
                                    judge();
                                },
                                this::crashed);
    }

    private void crashed(Throwable crash) {
        busy(false);
        host.crashed().accept(crash);
    }

    private void busy(boolean now) {
        state.set(state().busy(now));
        judge();
    }

    void save(Path file) {
        state().plan()
                .ifPresent(plan ->
                        ui.tasks()
                                .<Outcome<Path>>start(
                                        "contain.save",
                                        () -> PlanFile.write(plan, file),
                                        outcome ->
                                                ui.dialogs()
                                                        .tell(
                                                                switch (outcome) {
                                                                    case Ok<Path>(var there) ->
                                                                            Notice.done(
                                                                                    ui.text(
                                                                                            "contain.saved",
                                                                                            there));
                                                                    case Failed<Path>(var why) ->
                                                                            Notice.warning(
                                                                                    Explanations.of(
                                                                                                    why)
                                                                                            .asParagraph());
                                                                }),
                                        host.crashed()));
    }
}
