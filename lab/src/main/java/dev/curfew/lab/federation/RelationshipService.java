package dev.curfew.lab.federation;

import com.google.protobuf.Empty;
import dev.curfew.lab.bundle.BundleStore;
import dev.curfew.lab.rpc.Answers;
import dev.curfew.lab.rpc.Pages.BadToken;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.lab.spiffe.SpiffeRules;
import dev.curfew.lab.time.LabScheduler;
import dev.curfew.wire.spire.trustdomain.BatchCreateFederationRelationshipRequest;
import dev.curfew.wire.spire.trustdomain.BatchCreateFederationRelationshipResponse;
import dev.curfew.wire.spire.trustdomain.BatchDeleteFederationRelationshipRequest;
import dev.curfew.wire.spire.trustdomain.BatchDeleteFederationRelationshipResponse;
import dev.curfew.wire.spire.trustdomain.BatchUpdateFederationRelationshipRequest;
import dev.curfew.wire.spire.trustdomain.BatchUpdateFederationRelationshipResponse;
import dev.curfew.wire.spire.trustdomain.GetFederationRelationshipRequest;
import dev.curfew.wire.spire.trustdomain.ListFederationRelationshipsRequest;
import dev.curfew.wire.spire.trustdomain.ListFederationRelationshipsResponse;
import dev.curfew.wire.spire.trustdomain.RefreshBundleRequest;
import dev.curfew.wire.spire.trustdomain.TrustDomainGrpc;
import dev.curfew.wire.spire.types.FederationRelationship;
import dev.curfew.wire.spire.types.FederationRelationshipMask;
import dev.curfew.wire.spire.types.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;

/** The trust domain service: dynamic federation relationships. */
public final class RelationshipService extends TrustDomainGrpc.TrustDomainImplBase {
    private final String ownTrustDomain;
    private final RelationshipStore relationships;
    private final BundleStore bundles;
    private final BundleRefresher refresher;
    private final LabScheduler scheduler;

    /** Serves a store; new relationships make the refresher fetch at once. */
    public RelationshipService(
            RelationshipStore relationships,
            BundleStore bundles,
            BundleRefresher refresher,
            LabScheduler scheduler) {
        this.ownTrustDomain = bundles.ownTrustDomain();
        this.relationships = relationships;
        this.bundles = bundles;
        this.refresher = refresher;
        this.scheduler = scheduler;
    }

    @Override
    public void listFederationRelationships(
            ListFederationRelationshipsRequest request,
            StreamObserver<ListFederationRelationshipsResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    try {
                        var page =
                                relationships.page(request.getPageSize(), request.getPageToken());
                        var reply =
                                ListFederationRelationshipsResponse.newBuilder()
                                        .setNextPageToken(page.nextToken());
                        for (var row : page.rows()) {
                            reply.addFederationRelationships(
                                    show(
                                            withBundle(row.relationship()),
                                            request.hasOutputMask(),
                                            request.getOutputMask()));
                        }
                        return reply.build();
                    } catch (BadToken e) {
                        throw Refusal.internal("failed to list federation relationships", e);
                    }
                });
    }

    @Override
    public void getFederationRelationship(
            GetFederationRelationshipRequest request,
            StreamObserver<FederationRelationship> caller) {
        Answers.answer(
                caller,
                () ->
                        relationships
                                .find(trustDomain(request.getTrustDomain()))
                                .map(found ->
                                        show(
                                                withBundle(found),
                                                request.hasOutputMask(),
                                                request.getOutputMask()))
                                .orElseThrow(() ->
                                        Refusal.notFound(
                                                "federation relationship does not exist")));
    }

    @Override
    public void batchCreateFederationRelationship(
            BatchCreateFederationRelationshipRequest request,
            StreamObserver<BatchCreateFederationRelationshipResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    var reply = BatchCreateFederationRelationshipResponse.newBuilder();
                    for (var relationship : request.getFederationRelationshipsList()) {
                        var result = reply.addResultsBuilder();
                        try {
                            var created = create(relationship);
                            result.setStatus(Answers.OK)
                                    .setFederationRelationship(
                                            show(
                                                    created,
                                                    request.hasOutputMask(),
                                                    request.getOutputMask()));
                        } catch (Refusal refusal) {
                            result.setStatus(refusal.toItem());
                        }
                    }
                    fetchSoon();
                    return reply.build();
                });
    }

    private FederationRelationship create(FederationRelationship relationship) {
        var checked = read(relationship);
        if (checked.getTrustDomain().equals(ownTrustDomain)) {
            throw Refusal.invalid(
                    "unable to create federation relationship for server trust domain");
        }
        if (!relationships.add(checked)) {
            throw Refusal.internal(
                    "failed to create federation relationship: datastore-sql: UNIQUE constraint"
                            + " failed: federated_trust_domains.trust_domain");
        }
        if (checked.hasTrustDomainBundle()) {
            bundles.set(checked.getTrustDomainBundle());
        }
        return checked;
    }

    @Override
    public void batchUpdateFederationRelationship(
            BatchUpdateFederationRelationshipRequest request,
            StreamObserver<BatchUpdateFederationRelationshipResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    var reply = BatchUpdateFederationRelationshipResponse.newBuilder();
                    for (var relationship : request.getFederationRelationshipsList()) {
                        var result = reply.addResultsBuilder();
                        try {
                            var updated = update(relationship, request);
                            result.setStatus(Answers.OK)
                                    .setFederationRelationship(
                                            show(
                                                    updated,
                                                    request.hasOutputMask(),
                                                    request.getOutputMask()));
                        } catch (Refusal refusal) {
                            result.setStatus(refusal.toItem());
                        }
                    }
                    fetchSoon();
                    return reply.build();
                });
    }

    private FederationRelationship update(
            FederationRelationship relationship, BatchUpdateFederationRelationshipRequest request) {
        // Everything is checked, also what the mask leaves out, as the real server does.
        var checked = read(relationship);
        var masked = request.hasInputMask();
        var mask = request.getInputMask();
        var updated =
                relationships
                        .find(checked.getTrustDomain())
                        .orElseThrow(() ->
                                Refusal.internal(
                                        "failed to update federation relationship: unable"
                                                + " to fetch federation relationship:"
                                                + " record not found"))
                        .toBuilder();
        if (!masked || mask.getBundleEndpointUrl()) {
            updated.setBundleEndpointUrl(checked.getBundleEndpointUrl());
        }
        if (!masked || mask.getBundleEndpointProfile()) {
            if (checked.hasHttpsSpiffe()) {
                updated.setHttpsSpiffe(checked.getHttpsSpiffe());
            } else {
                updated.setHttpsWeb(checked.getHttpsWeb());
            }
        }
        if ((!masked || mask.getTrustDomainBundle()) && checked.hasTrustDomainBundle()) {
            bundles.set(checked.getTrustDomainBundle());
        }
        relationships.replace(updated.build());
        return withBundle(updated.build());
    }

    @Override
    public void batchDeleteFederationRelationship(
            BatchDeleteFederationRelationshipRequest request,
            StreamObserver<BatchDeleteFederationRelationshipResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    var reply = BatchDeleteFederationRelationshipResponse.newBuilder();
                    for (var trustDomain : request.getTrustDomainsList()) {
                        reply.addResultsBuilder()
                                .setTrustDomain(trustDomain)
                                .setStatus(delete(trustDomain));
                    }
                    return reply.build();
                });
    }

    private Status delete(String trustDomain) {
        if (trustDomain.isEmpty()) {
            return Refusal.invalid("missing trust domain").toItem();
        }
        try {
            return relationships.delete(trustDomain(trustDomain))
                    ? Answers.OK
                    : Refusal.notFound("federation relationship not found").toItem();
        } catch (Refusal refusal) {
            return refusal.toItem();
        }
    }

    @Override
    public void refreshBundle(RefreshBundleRequest request, StreamObserver<Empty> caller) {
        Answers.answer(
                caller,
                () -> {
                    refresher.refresh(trustDomain(request.getTrustDomain()));
                    return Empty.getDefaultInstance();
                });
    }

    private void fetchSoon() {
        scheduler.after(Duration.ZERO, refresher::poll);
    }

    private FederationRelationship withBundle(FederationRelationship relationship) {
        return bundles.find(relationship.getTrustDomain())
                .map(bundle -> relationship.toBuilder().setTrustDomainBundle(bundle).build())
                .orElse(relationship);
    }

    private static FederationRelationship show(
            FederationRelationship relationship, boolean masked, FederationRelationshipMask mask) {
        if (!masked) {
            return relationship;
        }
        var shown = relationship.toBuilder();
        if (!mask.getBundleEndpointUrl()) {
            shown.clearBundleEndpointUrl();
        }
        if (!mask.getBundleEndpointProfile()) {
            shown.clearBundleEndpointProfile();
        }
        if (!mask.getTrustDomainBundle()) {
            shown.clearTrustDomainBundle();
        }
        return shown.build();
    }

    private static FederationRelationship read(FederationRelationship relationship) {
        try {
            return RelationshipReader.read(relationship);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("failed to convert federation relationship", e);
        }
    }

    private static String trustDomain(String text) {
        try {
            return SpiffeRules.trustDomainName(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("failed to parse trust domain", e);
        }
    }
}
