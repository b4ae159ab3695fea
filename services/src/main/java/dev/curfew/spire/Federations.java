package dev.curfew.spire;

import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.TrustBundle;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.wire.spire.trustdomain.BatchCreateFederationRelationshipRequest;
import dev.curfew.wire.spire.trustdomain.BatchDeleteFederationRelationshipRequest;
import dev.curfew.wire.spire.trustdomain.BatchUpdateFederationRelationshipRequest;
import dev.curfew.wire.spire.trustdomain.GetFederationRelationshipRequest;
import dev.curfew.wire.spire.trustdomain.ListFederationRelationshipsRequest;
import dev.curfew.wire.spire.trustdomain.ListFederationRelationshipsResponse;
import dev.curfew.wire.spire.trustdomain.RefreshBundleRequest;
import dev.curfew.wire.spire.trustdomain.TrustDomainGrpc;
import dev.curfew.wire.spire.types.HTTPSSPIFFEProfile;
import dev.curfew.wire.spire.types.HTTPSWebProfile;
import io.spiffe.exception.InvalidSpiffeIdException;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.util.Optional;

/** Dynamic federation relationships of one server. Any thread; blocks. */
public final class Federations {
    private static final String SERVICE = "spire.api.server.trustdomain.v1.TrustDomain/";
    private final Rpc rpc;
    private final TrustDomainGrpc.TrustDomainBlockingStub stub;

    Federations(Rpc rpc) {
        this.rpc = rpc;
        this.stub = rpc.stub(TrustDomainGrpc::newBlockingStub);
    }

    public Scan<FederationRelationship> scan(ScanListener<FederationRelationship> listener) {
        return Pages.scan(
                "federation relationships",
                (size, token) ->
                        rpc.read(
                                SERVICE + "ListFederationRelationships",
                                stub,
                                s ->
                                        s.listFederationRelationships(
                                                ListFederationRelationshipsRequest.newBuilder()
                                                        .setPageSize(size)
                                                        .setPageToken(token)
                                                        .build())),
                new Pages.Reader<ListFederationRelationshipsResponse, FederationRelationship>() {
                    @Override
                    public String nextToken(ListFederationRelationshipsResponse page) {
                        return page.getNextPageToken();
                    }

                    @Override
                    public int count(ListFederationRelationshipsResponse page) {
                        return page.getFederationRelationshipsCount();
                    }

                    @Override
                    public void rows(
                            ListFederationRelationshipsResponse page,
                            Pages.Rows<FederationRelationship> into) {
                        page.getFederationRelationshipsList().forEach(r -> into.add(read(r)));
                    }
                },
                listener);
    }

    public Outcome<FederationRelationship> get(TrustDomain trustDomain) {
        return rpc.read(
                        SERVICE + "GetFederationRelationship",
                        stub,
                        s ->
                                s.getFederationRelationship(
                                        GetFederationRelationshipRequest.newBuilder()
                                                .setTrustDomain(trustDomain.getName())
                                                .build()))
                .then(Federations::read);
    }

    public Outcome<FederationRelationship> create(FederationRelationship relationship) {
        return rpc.write(
                        SERVICE + "BatchCreateFederationRelationship",
                        stub,
                        s ->
                                s.batchCreateFederationRelationship(
                                        BatchCreateFederationRelationshipRequest.newBuilder()
                                                .addFederationRelationships(wire(relationship))
                                                .build()))
                .then(answer -> Batches.only(answer.getResultsList(), name(relationship)))
                .then(r ->
                        Batches.item(
                                r.getStatus(), name(relationship), r::getFederationRelationship))
                .then(Federations::read);
    }

    public Outcome<FederationRelationship> update(FederationRelationship relationship) {
        return rpc.write(
                        SERVICE + "BatchUpdateFederationRelationship",
                        stub,
                        s ->
                                s.batchUpdateFederationRelationship(
                                        BatchUpdateFederationRelationshipRequest.newBuilder()
                                                .addFederationRelationships(wire(relationship))
                                                .build()))
                .then(answer -> Batches.only(answer.getResultsList(), name(relationship)))
                .then(r ->
                        Batches.item(
                                r.getStatus(), name(relationship), r::getFederationRelationship))
                .then(Federations::read);
    }

    /**
     * Ends the relationship. The bundle that was fetched through it stays until it is deleted too.
     */
    public Outcome<TrustDomain> delete(TrustDomain trustDomain) {
        return rpc.write(
                        SERVICE + "BatchDeleteFederationRelationship",
                        stub,
                        s ->
                                s.batchDeleteFederationRelationship(
                                        BatchDeleteFederationRelationshipRequest.newBuilder()
                                                .addTrustDomains(trustDomain.getName())
                                                .build()))
                .then(answer -> Batches.only(answer.getResultsList(), trustDomain.getName()))
                .then(r -> Batches.item(r.getStatus(), trustDomain.getName(), () -> trustDomain));
    }

    /** Fetches the other domain's bundle now. */
    public Outcome<TrustDomain> refresh(TrustDomain trustDomain) {
        return rpc.write(
                        SERVICE + "RefreshBundle",
                        stub,
                        s ->
                                s.refreshBundle(
                                        RefreshBundleRequest.newBuilder()
                                                .setTrustDomain(trustDomain.getName())
                                                .build()))
                .map(_ -> trustDomain);
    }

    private static Outcome<FederationRelationship> read(
            dev.curfew.wire.spire.types.FederationRelationship wire) {
        try {
            FederationRelationship.Profile profile =
                    wire.hasHttpsSpiffe()
                            ? new FederationRelationship.Profile.HttpsSpiffe(
                                    SpiffeId.parse(wire.getHttpsSpiffe().getEndpointSpiffeId()))
                            : new FederationRelationship.Profile.HttpsWeb();
            TrustDomain trustDomain = TrustDomain.parse(wire.getTrustDomain());
            Optional<TrustBundle> bundle = Optional.empty();
            if (wire.hasTrustDomainBundle()) {
                switch (BundleMapper.read(wire.getTrustDomainBundle())) {
                    case Ok<TrustBundle>(var read) -> bundle = Optional.of(read);
                    case Failed<TrustBundle>(var failure) -> {
                        return Outcome.failed(failure);
                    }
                }
            }
            return Outcome.ok(
                    new FederationRelationship(
                            trustDomain, wire.getBundleEndpointUrl(), profile, bundle));
        } catch (InvalidSpiffeIdException | IllegalArgumentException e) {
            return Outcome.failed(
                    Reason.UNREADABLE_ROWS,
                    "the relationship with " + wire.getTrustDomain(),
                    String.valueOf(e.getMessage()));
        }
    }

    private static dev.curfew.wire.spire.types.FederationRelationship wire(
            FederationRelationship relationship) {
        var wire =
                dev.curfew.wire.spire.types.FederationRelationship.newBuilder()
                        .setTrustDomain(name(relationship))
                        .setBundleEndpointUrl(relationship.endpointUrl());
        switch (relationship.profile()) {
            case FederationRelationship.Profile.HttpsWeb _ ->
                    wire.setHttpsWeb(HTTPSWebProfile.getDefaultInstance());
            case FederationRelationship.Profile.HttpsSpiffe(var id) ->
                    wire.setHttpsSpiffe(
                            HTTPSSPIFFEProfile.newBuilder().setEndpointSpiffeId(id.toString()));
        }
        relationship.bundle().ifPresent(b -> wire.setTrustDomainBundle(BundleWriter.wire(b)));
        return wire.build();
    }

    private static String name(FederationRelationship relationship) {
        return relationship.trustDomain().getName();
    }
}
