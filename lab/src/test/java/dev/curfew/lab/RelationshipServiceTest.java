package dev.curfew.lab;

import static dev.curfew.lab.TestServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.lab.time.DrivenTime;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.GetFederatedBundleRequest;
import dev.curfew.wire.spire.localauthority.LocalAuthorityGrpc;
import dev.curfew.wire.spire.localauthority.PrepareX509AuthorityRequest;
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
import dev.curfew.wire.spire.types.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelationshipServiceTest {
    private TestServer acme;

    @BeforeEach
    void start() throws Exception {
        acme = TestServer.empty();
    }

    @AfterEach
    void stop() throws Exception {
        acme.close();
    }

    private static FederationRelationship.Builder partner() {
        return FederationRelationship.newBuilder()
                .setTrustDomain("partner.test")
                .setBundleEndpointUrl("https://spire.partner.test:8443")
                .setHttpsSpiffe(
                        HTTPSSPIFFEProfile.newBuilder()
                                .setEndpointSpiffeId("spiffe://partner.test/spire/server"));
    }

    private String creating(FederationRelationship.Builder relationship) {
        return text(
                acme.relationships()
                        .batchCreateFederationRelationship(
                                BatchCreateFederationRelationshipRequest.newBuilder()
                                        .addFederationRelationships(relationship)
                                        .build())
                        .getResults(0)
                        .getStatus());
    }

    private static String text(Status status) {
        return status.getCode() + " " + status.getMessage();
    }

    private FederationRelationship get(String trustDomain) {
        return acme.relationships()
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
                acme.relationships()
                        .batchUpdateFederationRelationship(
                                BatchUpdateFederationRelationshipRequest.newBuilder()
                                        .addFederationRelationships(
                                                partner()
                                                        .setHttpsWeb(
                                                                HTTPSWebProfile
                                                                        .getDefaultInstance())
                                                        .setBundleEndpointUrl("https://other.test"))
                                        .setInputMask(
                                                FederationRelationshipMask.newBuilder()
                                                        .setBundleEndpointUrl(true))
                                        .build())
                        .getResults(0)
                        .getFederationRelationship();
        assertThat(updated)
                .isEqualTo(
                        partner()
                                .setBundleEndpointUrl("https://other.test")
                                .setTrustDomainBundle(bundle)
                                .build());

        var deleted =
                acme.relationships()
                        .batchDeleteFederationRelationship(
                                BatchDeleteFederationRelationshipRequest.newBuilder()
                                        .addTrustDomains("partner.test")
                                        .addTrustDomains("partner.test")
                                        .addTrustDomains("")
                                        .build())
                        .getResultsList();
        assertThat(deleted)
                .extracting(result -> text(result.getStatus()))
                .containsExactly(
                        "0 OK", "5 federation relationship not found", "3 missing trust domain");
        assertThat(refusal(() -> get("partner.test")))
                .isEqualTo("NOT_FOUND federation relationship does not exist");
        // The bundle stays.
        assertThat(
                        acme.bundles()
                                .getFederatedBundle(
                                        GetFederatedBundleRequest.newBuilder()
                                                .setTrustDomain("partner.test")
                                                .build())
                                .getSequenceNumber())
                .isEqualTo(4);
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
                .isEqualTo(
                        "3 failed to convert federation relationship: bundle endpoint URL must use"
                                + " the https scheme");
        assertThat(creating(partner().setBundleEndpointUrl("https:///x")))
                .isEqualTo(
                        "3 failed to convert federation relationship: bundle endpoint URL must"
                                + " specify the host");
        assertThat(creating(partner().setBundleEndpointUrl("https://u@x.test")))
                .isEqualTo(
                        "3 failed to convert federation relationship: bundle endpoint URL must not"
                                + " contain user info");
        assertThat(creating(partner().clearBundleEndpointProfile()))
                .isEqualTo(
                        "3 failed to convert federation relationship: unsupported bundle endpoint"
                                + " profile type: <nil>");
        assertThat(
                        creating(
                                partner()
                                        .setTrustDomainBundle(
                                                Bundle.newBuilder().setTrustDomain("x.test"))))
                .isEqualTo(
                        "3 failed to convert federation relationship: trust domain bundle"
                                + " (\"x.test\") must match the trust domain of the federation"
                                + " relationship (\"partner.test\")");
    }

    @Test
    void refreshesOnlyWhatItFederatesWithAndReaches() {
        assertThat(refreshing("partner.test"))
                .isEqualTo("NOT_FOUND no relationship with trust domain \"partner.test\"");
        creating(partner());
        assertThat(refreshing("partner.test"))
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
                                + " endpoint: failed to fetch bundle: Get"
                                + " \"https://spire.partner.test:8443\"");
    }

    private String refreshing(String trustDomain) {
        return refusal(() ->
                acme.relationships()
                        .refreshBundle(
                                RefreshBundleRequest.newBuilder()
                                        .setTrustDomain(trustDomain)
                                        .build()));
    }

    @Test
    void listsWithAnExtraEmptyPage() {
        creating(partner());
        var first =
                acme.relationships()
                        .listFederationRelationships(
                                ListFederationRelationshipsRequest.newBuilder()
                                        .setPageSize(5)
                                        .build());
        var second =
                acme.relationships()
                        .listFederationRelationships(
                                ListFederationRelationshipsRequest.newBuilder()
                                        .setPageSize(5)
                                        .setPageToken(first.getNextPageToken())
                                        .build());

        assertThat(first.getFederationRelationshipsCount()).isEqualTo(1);
        assertThat(second.getFederationRelationshipsCount()).isZero();
        assertThat(second.getNextPageToken()).isEmpty();
    }

    @Test
    void aPeersNewAuthorityArrivesWithTheNextPollOrAtOnceByRefresh() throws Exception {
        var time = new DrivenTime(Instant.now());
        try (var lab = Lab.start(time);
                var here = Wire.unix(lab.acme());
                var there = Wire.unix(lab.partner())) {
            prepare(there);
            assertThat(authorities(here)).isEqualTo(1);
            time.advance(Duration.ofSeconds(75));
            assertThat(authorities(here)).isEqualTo(2);

            prepare(there);
            TrustDomainGrpc.newBlockingStub(here.channel())
                    .refreshBundle(
                            RefreshBundleRequest.newBuilder()
                                    .setTrustDomain("partner.test")
                                    .build());
            assertThat(authorities(here)).isEqualTo(3);
        }
    }

    private static void prepare(Wire wire) {
        var authorities = LocalAuthorityGrpc.newBlockingStub(wire.channel());
        assertThat(
                        authorities
                                .prepareX509Authority(
                                        PrepareX509AuthorityRequest.getDefaultInstance())
                                .hasPreparedAuthority())
                .isTrue();
    }

    private static int authorities(Wire wire) {
        return BundleGrpc.newBlockingStub(wire.channel())
                .getFederatedBundle(
                        GetFederatedBundleRequest.newBuilder()
                                .setTrustDomain("partner.test")
                                .build())
                .getX509AuthoritiesCount();
    }
}
