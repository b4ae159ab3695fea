package dev.curfew.views.contain;

import dev.curfew.containment.FormFields;
import dev.curfew.containment.plan.ContainmentRequest.Options;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.probe.DeclaredEndpoint;
import io.spiffe.spiffeid.SpiffeId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/** What can be chosen within a strength, as it is typed. JavaFX thread only. */
final class PlanOptions {
    private final StringProperty x509 = new SimpleStringProperty("");
    private final StringProperty jwt = new SimpleStringProperty("");
    private final BooleanProperty banNodes = new SimpleBooleanProperty();
    private final StringProperty endpoints = new SimpleStringProperty("");
    private final Optional<SpiffeId> only;

    /**
     * @param only the one identity that is contained, if it is one: an endpoint needs no name then
     */
    PlanOptions(Optional<SpiffeId> only) {
        this.only = only;
        reset();
    }

    StringProperty x509Property() {
        return x509;
    }

    StringProperty jwtProperty() {
        return jwt;
    }

    BooleanProperty banNodesProperty() {
        return banNodes;
    }

    /** Where the targets are called, as far as the operator says. */
    StringProperty endpointsProperty() {
        return endpoints;
    }

    /** Whether an endpoint has to say whose it is. */
    boolean namesEachEndpoint() {
        return only.isEmpty();
    }

    void reset() {
        x509.set("5 m");
        jwt.set("1 m");
        banNodes.set(false);
        endpoints.set("");
    }

    Subscription onChange(Runnable action) {
        return Subscription.combine(
                x509.subscribe(_ -> action.run()),
                jwt.subscribe(_ -> action.run()),
                banNodes.subscribe(_ -> action.run()),
                endpoints.subscribe(_ -> action.run()));
    }

    Optional<Failure> x509Issue() {
        return issue(x509);
    }

    Optional<Failure> jwtIssue() {
        return issue(jwt);
    }

    Optional<Failure> endpointsIssue() {
        return declared() instanceof Failed<List<DeclaredEndpoint>>(var why)
                ? Optional.of(why)
                : Optional.empty();
    }

    Optional<Failure> issue() {
        return Stream.of(x509Issue(), jwtIssue(), endpointsIssue())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Failure> issue(StringProperty typed) {
        return FormFields.ttl(typed.get()) instanceof Failed<Integer>(var why)
                ? Optional.of(why)
                : Optional.empty();
    }

    /** Nothing typed, or something wrong, leaves a TTL as it is. */
    Options read() {
        return new Options(value(x509), value(jwt), Optional.empty(), banNodes.get());
    }

    /** Something wrong leaves them out: the plan says no more than it can do. */
    List<DeclaredEndpoint> endpoints() {
        return declared() instanceof Ok<List<DeclaredEndpoint>>(var read) ? read : List.of();
    }

    private Outcome<List<DeclaredEndpoint>> declared() {
        return DeclaredEndpoint.parseAll(endpoints.get(), only);
    }

    private static Optional<Integer> value(StringProperty typed) {
        Outcome<Integer> read = FormFields.ttl(typed.get());
        return !typed.get().isBlank() && read instanceof Ok<Integer>(var value)
                ? Optional.of(value)
                : Optional.empty();
    }
}
