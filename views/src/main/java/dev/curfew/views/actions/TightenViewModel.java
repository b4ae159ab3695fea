package dev.curfew.views.actions;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.containment.FormFields;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.views.kit.Tasks.Running;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is typed into the form of TTLs and expiry, and what it would do. */
final class TightenViewModel {
    /**
     * The form as it is.
     *
     * @param change empty while something is wrong or nothing is typed
     * @param renewals warning of the plan, with renewals an hour now and then
     */
    record State(
            Optional<Failure> x509Issue,
            Optional<Failure> jwtIssue,
            Optional<Failure> expiryIssue,
            Optional<Change.Tighten> change,
            Optional<TightenSummary> summary,
            Optional<Warning> renewals) {
        static final State EMPTY =
                new State(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    private final FlowContext context;
    private final List<RegistrationEntry> entries;
    private final ServerEstate server;
    private final StringProperty x509 = new SimpleStringProperty("");
    private final StringProperty jwt = new SimpleStringProperty("");
    private final StringProperty expiry = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
    private Running planning = Running.NONE;

    TightenViewModel(FlowContext context, List<RegistrationEntry> entries, ServerEstate server) {
        this.context = context;
        this.entries = entries;
        this.server = server;
        x509.subscribe(_ -> read());
        jwt.subscribe(_ -> read());
        expiry.subscribe(_ -> read());
    }

    List<RegistrationEntry> entries() {
        return entries;
    }

    StringProperty x509Property() {
        return x509;
    }

    StringProperty jwtProperty() {
        return jwt;
    }

    StringProperty expiryProperty() {
        return expiry;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ServerEstate server() {
        return server;
    }

    private void read() {
        planning.cancel();
        Outcome<Integer> x509Read = FormFields.ttl(x509.get());
        Outcome<Integer> jwtRead = FormFields.ttl(jwt.get());
        Outcome<Long> expiryRead =
                FormFields.expiry(expiry.get(), context.ui().ages().now(), context.host().zone());
        State typed =
                new State(
                        failure(x509Read),
                        failure(jwtRead),
                        failure(expiryRead),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        Change.Tighten change =
                new Change.Tighten(
                        entries,
                        value(x509, x509Read),
                        value(jwt, jwtRead),
                        value(expiry, expiryRead));
        if (isEmpty(change)) {
            state.set(typed);
            return;
        }
        planning =
                context.ui()
                        .tasks()
                        .start(
                                "actions.tighten",
                                () -> context.services().planner().plan(change, server),
                                plan -> planned(typed, change, plan),
                                context.host().crashed());
    }

    private static boolean isEmpty(Change.Tighten change) {
        return change.x509Seconds().isEmpty()
                && change.jwtSeconds().isEmpty()
                && change.expiresAtSeconds().isEmpty();
    }

    /** What is right already is shown with what is wrong. */
    private void planned(State typed, Change.Tighten change, ChangePlan plan) {
        Optional<Failure> x509Issue = typed.x509Issue().or(() -> beyond(plan, "X.509"));
        Optional<Failure> jwtIssue = typed.jwtIssue().or(() -> beyond(plan, "JWT"));
        boolean wrong =
                x509Issue.isPresent() || jwtIssue.isPresent() || typed.expiryIssue().isPresent();
        state.set(
                new State(
                        x509Issue,
                        jwtIssue,
                        typed.expiryIssue(),
                        wrong ? Optional.empty() : Optional.of(change),
                        Optional.of(TightenSummary.of(entries, change, server.profile().timings())),
                        plan.warnings().stream()
                                .filter(warning -> warning.key().equals("renewals"))
                                .findFirst()));
    }

    private static Optional<Failure> beyond(ChangePlan plan, String kind) {
        return plan.refusals().stream()
                .filter(why -> why.reason() == Reason.TTL_BEYOND_AUTHORITY)
                .filter(why -> why.subject().startsWith(kind))
                .findFirst();
    }

    private static <T> Optional<Failure> failure(Outcome<T> outcome) {
        return outcome instanceof Outcome.Failed<T>(var why) ? Optional.of(why) : Optional.empty();
    }

    /** Nothing typed leaves the field as it is. */
    private static <T> Optional<T> value(StringProperty typed, Outcome<T> read) {
        return !typed.get().isBlank() && read instanceof Outcome.Ok<T>(var value)
                ? Optional.of(value)
                : Optional.empty();
    }
}
