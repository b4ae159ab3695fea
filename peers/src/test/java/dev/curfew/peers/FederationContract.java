package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.failure;
import static dev.curfew.peers.Outcomes.value;
import static dev.curfew.peers.Wire.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.TrustBundle;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.ScanListener;
import dev.curfew.wire.spire.trustdomain.BatchCreateFederationRelationshipRequest;
import dev.curfew.wire.spire.trustdomain.BatchDeleteFederationRelationshipRequest;
import dev.curfew.wire.spire.trustdomain.BatchUpdateFederationRelationshipRequest;
import dev.curfew.wire.spire.trustdomain.GetFederationRelationshipRequest;
import dev.curfew.wire.spire.trustdomain.ListFederationRelationshipsRequest;
import dev.curfew.wire.spire.trustdomain.RefreshBundleRequest;
import dev.curfew.wire.spire.trustdomain.TrustDomainGrpc;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.FederationRelationship;
import dev.curfew.wire.spire.types.FederationRelationshipMask;
import dev.curfew.wire.spire.types.HTTPSSPIFFEProfile;
import dev.curfew.wire.spire.types.HTTPSWebProfile;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dynamic relationships with other trust domains. Nothing listens at their endpoints. */
abstract class FederationContract extends SpireContract {
    private static final String NOBODY = "https://127.0.0.1:1";

    private TrustDomainGrpc.TrustDomainBlockingStub relationships() {
        return TrustDomainGrpc.newBlockingStub(wire());
    }

    @AfterEach
    void deleteAll() {
        server().federations()
                .scan(ScanListener.silent())
                .rows()
                .forEach(relationship ->
                        value(server().federations().delete(relationship.trustDomain())));
    }

    private static FederationRelationship.Builder partner() {
        return FederationRelationship.newBuilder()
                .setTrustDomain("partner.test")
                .setBundleEndpointUrl(NOBODY)
                .setHttpsSpiffe(
                        HTTPSSPIFFEProfile.newBuilder()
                                .setEndpointSpiffeId("spiffe://partner.test/spire/server"));
    }

    private String creating(FederationRelationship.Builder relationship) {
        return said(
                relationships()
                        .batchCreateFederationRelationship(
                                BatchCreateFederationRelationshipRequest.newBuilder()
                                        .addFederationRelationships(relationship)
                                        .build())
                        .getResults(0)
                        .getStatus());
    }

    private FederationRelationship get(String trustDomain) {
        return relationships()
                .getFederationRelationship(
                        GetFederationRelationshipRequest.newBuilder()
                                .setTrustDomain(trustDomain)
                                .build());
    }

    @Test
    void createsReadsChangesAndDeletes() {
        var bundle = Bundle.newBuilder().setTrustDomain("partner.test").setSequenceNumber(4);
        assertThat(creating(partner().setTrustDomainBundle(bundle))).isEqualTo("0 OK");
        assertThat(get("partner.test")).isEqualTo(partner().setTrustDomainBundle(bundle).build());

        var updated =
                relationships()
                        .batchUpdateFederationRelationship(
                                BatchUpdateFederationRelationshipRequest.newBuilder()
                                        .addFederationRelationships(
                                                partner()
                                                        .setHttpsWeb(
                                                                HTTPSWebProfile
                                                                        .getDefaultInstance())
                                                        .setBundleEndpointUrl(NOBODY + "/other"))
                                        .setInputMask(
                                                FederationRelationshipMask.newBuilder()
                                                        .setBundleEndpointUrl(true))
                                        .build())
                        .getResults(0)
                        .getFederationRelationship();
        assertThat(updated)
                .isEqualTo(
                        partner()
                                .setBundleEndpointUrl(NOBODY + "/other")
                                .setTrustDomainBundle(bundle)
                                .build());

        var deleted =
                relationships()
                        .batchDeleteFederationRelationship(
                                BatchDeleteFederationRelationshipRequest.newBuilder()
                                        .addTrustDomains("partner.test")
                                        .addTrustDomains("partner.test")
                                        .addTrustDomains("")
                                        .build())
                        .getResultsList();
        assertThat(deleted)
                .extracting(result -> said(result.getStatus()))
                .containsExactly(
                        "0 OK", "5 federation relationship not found", "3 missing trust domain");
        assertThat(said(() -> get("partner.test")))
                .isEqualTo("NOT_FOUND federation relationship does not exist");
        // The bundle that came with it stays.
        assertThat(value(server().bundles().federated(TrustDomain.parse("partner.test"))))
                .extracting(TrustBundle::sequenceNumber)
                .isEqualTo(4L);
    }

    @Test
    void refusesWhatIsMalformed() {
        creating(partner());
        assertThat(creating(partner()))
                .isEqualTo(
                        "13 failed to create federation relationship: datastore-sql: UNIQUE"
                                + " constraint failed: federated_trust_domains.trust_domain");
        assertThat(creating(partner().setTrustDomain("acme.test")))
                .isEqualTo("3 unable to create federation relationship for server trust domain");
        assertThat(creating(partner().setBundleEndpointUrl("http://x.test")))
                .isEqualTo(malformed("bundle endpoint URL must use the https scheme"));
        assertThat(creating(partner().setBundleEndpointUrl("https:///x")))
                .isEqualTo(malformed("bundle endpoint URL must specify the host"));
        assertThat(creating(partner().setBundleEndpointUrl("https://u@x.test")))
                .isEqualTo(malformed("bundle endpoint URL must not contain user info"));
        assertThat(creating(partner().clearBundleEndpointProfile()))
                .isEqualTo(malformed("unsupported bundle endpoint profile type: <nil>"));
        assertThat(
                        creating(
                                partner()
                                        .setTrustDomainBundle(
                                                Bundle.newBuilder().setTrustDomain("x.test"))))
                .isEqualTo(
                        malformed(
                                "trust domain bundle (\"x.test\") must match the trust domain of"
                                        + " the federation relationship (\"partner.test\")"));
    }

    private static String malformed(String why) {
        return "3 failed to convert federation relationship: " + why;
    }

    @Test
    void refreshesOnlyWhatItFederatesWithAndReaches() {
        assertThat(refreshing("unknown.test"))
                .isEqualTo("NOT_FOUND no relationship with trust domain \"unknown.test\"");
        creating(
                partner()
                        .setTrustDomain("new.test")
                        .setHttpsSpiffe(
                                HTTPSSPIFFEProfile.newBuilder()
                                        .setEndpointSpiffeId("spiffe://new.test/spire/server")));
        assertThat(refreshing("new.test"))
                .isEqualTo(
                        "INTERNAL failed to refresh bundle: can't perform SPIFFE Authentication:"
                                + " local copy of bundle not found");
        creating(
                partner()
                        .setTrustDomain("web.test")
                        .setHttpsWeb(HTTPSWebProfile.getDefaultInstance()));
        assertThat(refreshing("web.test"))
                .startsWith(
                        "INTERNAL failed to refresh bundle: failed to fetch federated bundle from"
                                + " endpoint: failed to fetch bundle: Get \""
                                + NOBODY
                                + "\"");
    }

    private String refreshing(String trustDomain) {
        return said(() ->
                relationships()
                        .refreshBundle(
                                RefreshBundleRequest.newBuilder()
                                        .setTrustDomain(trustDomain)
                                        .build()));
    }

    @Test
    void listsWithAnExtraEmptyPage() {
        creating(partner());
        var first = page("");
        var second = page(first.getNextPageToken());

        assertThat(first.getFederationRelationshipsCount()).isEqualTo(1);
        assertThat(second.getFederationRelationshipsCount()).isZero();
        assertThat(second.getNextPageToken()).isEmpty();
    }

    private dev.curfew.wire.spire.trustdomain.ListFederationRelationshipsResponse page(
            String token) {
        return relationships()
                .listFederationRelationships(
                        ListFederationRelationshipsRequest.newBuilder()
                                .setPageSize(5)
                                .setPageToken(token)
                                .build());
    }

    @Test
    void ourClientKeepsRelationships() {
        TrustDomain vendor = TrustDomain.parse("vendor.test");
        var relationship =
                new dev.curfew.identity.FederationRelationship(
                        vendor,
                        NOBODY,
                        new dev.curfew.identity.FederationRelationship.Profile.HttpsSpiffe(
                                SpiffeId.parse("spiffe://vendor.test/spire/server")),
                        Optional.empty());
        var web =
                new dev.curfew.identity.FederationRelationship(
                        vendor,
                        NOBODY + "/web",
                        new dev.curfew.identity.FederationRelationship.Profile.HttpsWeb(),
                        Optional.empty());

        assertThat(value(server().federations().create(relationship))).isEqualTo(relationship);
        assertThat(value(server().federations().get(vendor))).isEqualTo(relationship);
        assertThat(value(server().federations().update(web))).isEqualTo(web);
        assertThat(server().federations().scan(ScanListener.silent()).rows()).containsExactly(web);
        assertThat(value(server().federations().delete(vendor))).isEqualTo(vendor);
        assertThat(failure(server().federations().get(vendor)))
                .isEqualTo(
                        new Failure(
                                Reason.NOT_FOUND,
                                "TrustDomain/GetFederationRelationship",
                                "federation relationship does not exist"));
    }
}
