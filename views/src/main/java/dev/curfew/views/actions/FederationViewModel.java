package dev.curfew.views.actions;

import dev.curfew.containment.FederationForm;
import dev.curfew.containment.FederationForm.Field;
import dev.curfew.containment.FederationForm.Parsed;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import io.spiffe.spiffeid.TrustDomain;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is typed for a new federation. Mistakes show from the first try on. */
final class FederationViewModel {
    private final ServerEstate server;
    private final StringProperty trustDomain = new SimpleStringProperty("");
    private final StringProperty url = new SimpleStringProperty("");
    private final BooleanProperty spiffe = new SimpleBooleanProperty(true);
    private final StringProperty endpointId = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Map<Field, Failure>> issues =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final GivenBundleModel bundle;
    private boolean tried;

    FederationViewModel(FlowContext context, ServerEstate server) {
        this.server = server;
        this.bundle = new GivenBundleModel(context);
        trustDomain.subscribe((before, now) -> complete(before, now));
        trustDomain.subscribe(_ -> again());
        url.subscribe(_ -> again());
        spiffe.subscribe(_ -> again());
        endpointId.subscribe(_ -> again());
        bundle.bundleProperty().subscribe(_ -> again());
    }

    GivenBundleModel bundle() {
        return bundle;
    }

    ServerEstate server() {
        return server;
    }

    StringProperty trustDomainProperty() {
        return trustDomain;
    }

    StringProperty urlProperty() {
        return url;
    }

    BooleanProperty spiffeProperty() {
        return spiffe;
    }

    StringProperty endpointIdProperty() {
        return endpointId;
    }

    ReadOnlyObjectProperty<Map<Field, Failure>> issuesProperty() {
        return issues.getReadOnlyProperty();
    }

    boolean isTouched() {
        return !trustDomain.get().isBlank() || !url.get().isBlank() || bundle.isGiven();
    }

    /** Whether the bundle, which an endpoint known by SPIFFE ID needs first, is there already. */
    boolean isBundleKnown() {
        return SpiffeIds.parseTrustDomain(trustDomain.get().strip())
                        instanceof Outcome.Ok<TrustDomain>(var peer)
                && server.federatedBundles().value().stream()
                        .anyMatch(bundle -> bundle.trustDomain().equals(peer));
    }

    /** The relationship; empty: the issues say why not. */
    Optional<FederationRelationship> read() {
        tried = true;
        return again();
    }

    private Optional<FederationRelationship> again() {
        if (!tried) {
            return Optional.empty();
        }
        return switch (form().parse(server)) {
            case Parsed.Good(var relationship) -> {
                issues.set(Map.of());
                yield Optional.of(relationship);
            }
            case Parsed.Wrong(var wrong) -> {
                issues.set(wrong);
                yield Optional.empty();
            }
        };
    }

    private FederationForm form() {
        return new FederationForm(
                trustDomain.get(),
                url.get(),
                spiffe.get(),
                endpointId.get(),
                bundle.bundleProperty().get());
    }

    /** The usual endpoint is the other SPIRE server itself; what was typed by hand stays. */
    private void complete(String before, String now) {
        if (endpointId.get().isBlank() || endpointId.get().equals(serverOf(before))) {
            endpointId.set(now.isBlank() ? "" : serverOf(now));
        }
    }

    private static String serverOf(String peer) {
        return "spiffe://" + peer.strip() + "/spire/server";
    }
}
