package dev.curfew.views.actions;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.Confirmation;
import dev.curfew.estate.Estate;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Tasks;
import java.time.Duration;
import java.time.Instant;
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
 * A plan before it is confirmed. It is made again every second, from what is known of the server
 * then: the times hold for "if you start now".
 */
final class PreviewViewModel {
    private final FlowContext context;
    private final String connection;
    private final Change change;
    private final ReadOnlyObjectWrapper<ChangePlan> plan;
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty incident = new SimpleStringProperty("");
    private boolean planning;
    private Instant notBefore = Instant.MIN;

    PreviewViewModel(FlowContext context, ChangePlan first) {
        this.context = context;
        this.connection = first.connection();
        this.change = first.change();
        this.plan = new ReadOnlyObjectWrapper<>(first);
        judge();
    }

    /** Makes the first plan, away from the JavaFX thread. */
    static void plan(
            FlowContext context, Change change, String connection, Consumer<ChangePlan> made) {
        Estate estate = context.estate().estateProperty().get();
        context.ui()
                .tasks()
                .start(
                        "actions.plan",
                        () -> context.services().planner().plan(change, connection, estate),
                        plan -> plan.ifPresent(made),
                        context.host().crashed());
    }

    ReadOnlyObjectProperty<ChangePlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    ChangePlan plan() {
        return plan.get();
    }

    /** Why it can not be run now, in a sentence; empty: it can. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    boolean isReadOnly() {
        return context.gate().refusal(connection).isPresent();
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

    Confirmation confirmation() {
        return new Confirmation(
                context.host().operator(),
                reason.get().strip(),
                incident.get().strip(),
                typed.get().strip());
    }

    Subscription attached() {
        return new Subscriptions()
                .add(typed.subscribe(_ -> judge()))
                .add(context.gate().whyNot().subscribe(_ -> judge()))
                .add(context.ui().ticker().everySecond(this::again));
    }

    private void again() {
        Instant now = context.ui().ages().now();
        if (planning || !context.isConnected(connection) || now.isBefore(notBefore)) {
            judge();
            return;
        }
        planning = true;
        Tasks tasks = context.ui().tasks();
        Estate estate = context.estate().estateProperty().get();
        tasks.start(
                "actions.plan",
                () -> context.services().planner().plan(change, connection, estate),
                next -> {
                    planning = false;
                    // A plan of very many entries takes its time: it is not all that is done.
                    Instant then = context.ui().ages().now();
                    notBefore = then.plus(Duration.between(now, then).multipliedBy(4));
                    next.ifPresent(plan::set);
                    judge();
                },
                crash -> {
                    planning = false;
                    context.host().crashed().accept(crash);
                });
    }

    void judge() {
        refusal.set(why());
    }

    private String why() {
        ChangePlan now = plan.get();
        if (!context.isConnected(connection)) {
            return context.ui().text("actions.disconnected", connection);
        }
        if (!now.refusals().isEmpty()) {
            return context.words().explain(now.refusals().getFirst()).what();
        }
        Optional<String> readOnly = context.gate().refusal(connection);
        if (readOnly.isPresent()) {
            return readOnly.get();
        }
        return now.typed()
                .filter(text -> !text.equals(typed.get().strip()))
                .map(text -> context.ui().text("actions.typeFirst", text))
                .orElse("");
    }
}
