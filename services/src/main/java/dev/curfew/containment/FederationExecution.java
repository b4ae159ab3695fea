package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.export.FederationJson;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.TrustBundle;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.ItemResult;
import dev.curfew.spire.SpireServer;
import java.util.List;
import java.util.Map;

/** Adds, removes or refreshes one federation relationship. */
final class FederationExecution implements Execution {
    private final SpireServer server;
    private final Change change;
    private final FederationRelationship relationship;

    FederationExecution(SpireServer server, Change change, FederationRelationship relationship) {
        this.server = server;
        this.change = change;
        this.relationship = relationship;
    }

    @Override
    public Map<String, Failure> check(List<Item> items) {
        return change instanceof Change.RemoveFederation
                        && server.federations().get(relationship.trustDomain())
                                instanceof Failed<FederationRelationship>(var failure)
                ? Map.of(key(), failure)
                : Map.of();
    }

    @Override
    public String before() {
        return FederationJson.write(relationship);
    }

    @Override
    public String sent(List<Item> batch) {
        return FederationJson.writeWithBundle(relationship);
    }

    @Override
    public List<ItemResult<String>> send(List<Item> batch) {
        Outcome<String> outcome =
                switch (change) {
                    case Change.AddFederation _ ->
                            server.federations().create(relationship).map(_ -> key());
                    case Change.RemoveFederation remove ->
                            server.federations()
                                    .delete(relationship.trustDomain())
                                    .then(_ -> dropBundle(remove));
                    default ->
                            server.federations()
                                    .refresh(relationship.trustDomain())
                                    .map(_ -> key());
                };
        return List.of(new ItemResult<>(key(), outcome));
    }

    private Outcome<String> dropBundle(Change.RemoveFederation remove) {
        return remove.dropBundle()
                .map(mode ->
                        server.bundles()
                                .delete(List.of(relationship.trustDomain()), mode)
                                .getFirst()
                                .outcome())
                .orElseGet(() -> Outcome.ok(key()));
    }

    @Override
    public Map<String, Outcome<Boolean>> readBack(List<Item> items) {
        Outcome<FederationRelationship> found =
                server.federations().get(relationship.trustDomain());
        boolean removed = change instanceof Change.RemoveFederation;
        return Map.of(
                key(),
                switch (found) {
                    case Ok<FederationRelationship>(var there) ->
                            Outcome.ok(
                                    !removed
                                            && (!(change instanceof Change.AddFederation)
                                                    || isAsWanted(there)));
                    case Failed<FederationRelationship>(var failure) ->
                            failure.reason() == Reason.NOT_FOUND
                                    ? Outcome.ok(removed)
                                    : Outcome.failed(failure);
                });
    }

    /** The server may have fetched a newer bundle meanwhile, which still shares an authority. */
    private boolean isAsWanted(FederationRelationship there) {
        return there.endpointUrl().equals(relationship.endpointUrl())
                && there.profile().equals(relationship.profile())
                && relationship
                        .bundle()
                        .map(given ->
                                there.bundle()
                                        .filter(found -> shareARoot(given, found))
                                        .isPresent())
                        .orElse(true);
    }

    private static boolean shareARoot(TrustBundle given, TrustBundle found) {
        return given.x509Authorities().stream()
                .map(TrustBundle.X509Authority::der)
                .anyMatch(
                        der -> found.x509Authorities().stream().anyMatch(a -> a.der().equals(der)));
    }

    @Override
    public String after() {
        return FederationJson.write(relationship);
    }

    private String key() {
        return relationship.trustDomain().getName();
    }
}
