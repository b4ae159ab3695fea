package dev.curfew.lab;

import static dev.curfew.lab.TestServer.id;
import static dev.curfew.lab.TestServer.refusal;
import static dev.curfew.lab.TestServer.selector;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.curfew.wire.spire.bundle.AppendBundleRequest;
import dev.curfew.wire.spire.bundle.BatchCreateFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BatchDeleteFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BatchDeleteFederatedBundleRequest.Mode;
import dev.curfew.wire.spire.bundle.BatchUpdateFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.CountBundlesRequest;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.bundle.GetFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.ListFederatedBundlesRequest;
import dev.curfew.wire.spire.entry.GetEntryRequest;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.BundleMask;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.JWTKey;
import dev.curfew.wire.spire.types.Status;
import dev.curfew.wire.spire.types.X509Certificate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BundleServiceTest {
    private TestServer acme;

    @BeforeEach
    void start() throws Exception {
        acme = TestServer.empty();
    }

    @AfterEach
    void stop() throws Exception {
        acme.close();
    }

    private Bundle own() {
        return acme.bundles().getBundle(GetBundleRequest.getDefaultInstance());
    }

    private Bundle foreign(String trustDomain) {
        return own().toBuilder()
                .setTrustDomain(trustDomain)
                .setRefreshHint(60)
                .setSequenceNumber(3)
                .build();
    }

    private String creating(Bundle bundle) {
        return text(
                acme.bundles()
                        .batchCreateFederatedBundle(
                                BatchCreateFederatedBundleRequest.newBuilder()
                                        .addBundle(bundle)
                                        .build())
                        .getResults(0)
                        .getStatus());
    }

    private String deleting(String trustDomain, Mode mode) {
        return text(
                acme.bundles()
                        .batchDeleteFederatedBundle(
                                BatchDeleteFederatedBundleRequest.newBuilder()
                                        .addTrustDomains(trustDomain)
                                        .setMode(mode)
                                        .build())
                        .getResults(0)
                        .getStatus());
    }

    private static String text(Status status) {
        return status.getCode() + " " + status.getMessage();
    }

    @Test
    void createsAndRefusesFederatedBundles() {
        assertThat(creating(foreign("partner.test"))).isEqualTo("0 OK");
        assertThat(creating(foreign("partner.test"))).isEqualTo("6 bundle already exists");
        assertThat(creating(own()))
                .isEqualTo(
                        "3 creating a federated bundle for the server's own trust domain is not"
                                + " allowed");
        assertThat(creating(foreign("Not a domain")))
                .startsWith("3 trust domain argument is not valid: trust domain characters");
        assertThat(
                        creating(
                                Bundle.newBuilder()
                                        .setTrustDomain("x.test")
                                        .addX509Authorities(
                                                X509Certificate.newBuilder()
                                                        .setAsn1(ByteString.copyFromUtf8("no")))
                                        .build()))
                .startsWith("3 failed to convert bundle: unable to parse X.509 authority: ");
        assertThat(
                        creating(
                                Bundle.newBuilder()
                                        .setTrustDomain("x.test")
                                        .addJwtAuthorities(
                                                own().getJwtAuthorities(0).toBuilder().clearKeyId())
                                        .build()))
                .isEqualTo(
                        "3 failed to convert bundle: unable to parse JWT authority: missing key"
                                + " ID");
    }

    @Test
    void readsThemBackAndCountsItsOwnToo() {
        creating(foreign("partner.test"));

        assertThat(
                        acme.bundles()
                                .getFederatedBundle(
                                        GetFederatedBundleRequest.newBuilder()
                                                .setTrustDomain("partner.test")
                                                .build()))
                .isEqualTo(foreign("partner.test"));
        assertThat(acme.bundles().countBundles(CountBundlesRequest.getDefaultInstance()).getCount())
                .isEqualTo(2);
        assertThat(
                        refusal(() ->
                                acme.bundles()
                                        .getFederatedBundle(
                                                GetFederatedBundleRequest.newBuilder()
                                                        .setTrustDomain("acme.test")
                                                        .build())))
                .isEqualTo(
                        "INVALID_ARGUMENT getting a federated bundle for the server's own trust"
                                + " domain is not allowed");
    }

    @Test
    void itsOwnBundleTakesUpRoomInAPageWithoutBeingShown() {
        creating(foreign("partner.test"));
        creating(foreign("vendor.test"));

        var first =
                acme.bundles()
                        .listFederatedBundles(
                                ListFederatedBundlesRequest.newBuilder().setPageSize(2).build());

        assertThat(first.getBundlesList())
                .extracting(Bundle::getTrustDomain)
                .containsExactly("partner.test");
        assertThat(first.getNextPageToken()).isEqualTo("2");
        assertThat(
                        refusal(() ->
                                acme.bundles()
                                        .listFederatedBundles(
                                                ListFederatedBundlesRequest.newBuilder()
                                                        .setPageSize(2)
                                                        .setPageToken("x")
                                                        .build())))
                .isEqualTo("INTERNAL failed to list bundles: could not parse token 'x'");
    }

    @Test
    void changesOnlyWhatTheMaskNames() {
        creating(foreign("partner.test"));

        var update =
                acme.bundles()
                        .batchUpdateFederatedBundle(
                                BatchUpdateFederatedBundleRequest.newBuilder()
                                        .addBundle(
                                                Bundle.newBuilder()
                                                        .setTrustDomain("partner.test")
                                                        .setRefreshHint(900))
                                        .addBundle(Bundle.newBuilder().setTrustDomain("x.test"))
                                        .setInputMask(BundleMask.newBuilder().setRefreshHint(true))
                                        .build());

        assertThat(update.getResults(0).getBundle())
                .isEqualTo(foreign("partner.test").toBuilder().setRefreshHint(900).build());
        assertThat(text(update.getResults(1).getStatus())).isEqualTo("5 bundle not found");
    }

    @Test
    void deletingFollowsItsModeWhereEntriesFederate() {
        creating(foreign("a.test"));
        creating(foreign("b.test"));
        acme.server.load(Stream.of(entry("1", "a.test"), entry("2", "b.test")));

        assertThat(deleting("a.test", Mode.RESTRICT))
                .isEqualTo(
                        "9 failed to delete federated bundle: datastore-sql: cannot delete bundle;"
                                + " federated with 1 registration entries");
        assertThat(deleting("a.test", Mode.DISSOCIATE)).isEqualTo("0 OK");
        assertThat(deleting("b.test", Mode.DELETE)).isEqualTo("0 OK");
        assertThat(deleting("b.test", Mode.DELETE)).isEqualTo("5 bundle not found");
        assertThat(deleting("acme.test", Mode.DELETE))
                .isEqualTo("3 removing the bundle for the server trust domain is not allowed");

        var dissociated = acme.entries().getEntry(GetEntryRequest.newBuilder().setId("1").build());
        assertThat(dissociated.getFederatesWithList()).isEmpty();
        assertThat(dissociated.getRevisionNumber()).isZero();
        assertThat(
                        refusal(() ->
                                acme.entries()
                                        .getEntry(GetEntryRequest.newBuilder().setId("2").build())))
                .isEqualTo("NOT_FOUND entry not found");
    }

    private static Entry entry(String id, String federatesWith) {
        return Entry.newBuilder()
                .setId(id)
                .setSpiffeId(id("/w/" + id))
                .setParentId(id("/n"))
                .addSelectors(selector("unix:uid:1"))
                .addFederatesWith(federatesWith)
                .build();
    }

    @Test
    void appendsWhatIsMissingToItsOwnBundle() {
        var key = own().getJwtAuthorities(0);
        var request =
                AppendBundleRequest.newBuilder()
                        .addJwtAuthorities(JWTKey.newBuilder(key).setKeyId("other"))
                        .build();

        var appended = acme.bundles().appendBundle(request);
        var again = acme.bundles().appendBundle(request);

        assertThat(appended.getJwtAuthoritiesCount()).isEqualTo(2);
        assertThat(appended.getSequenceNumber()).isEqualTo(2);
        assertThat(again).isEqualTo(appended);
        assertThat(
                        refusal(() ->
                                acme.bundles()
                                        .appendBundle(AppendBundleRequest.getDefaultInstance())))
                .isEqualTo("INVALID_ARGUMENT no authorities to append");
    }

    @Test
    void masksWhatItShows() {
        var shown =
                acme.bundles()
                        .getBundle(
                                GetBundleRequest.newBuilder()
                                        .setOutputMask(
                                                BundleMask.newBuilder().setSequenceNumber(true))
                                        .build());

        assertThat(shown)
                .isEqualTo(
                        Bundle.newBuilder()
                                .setTrustDomain("acme.test")
                                .setSequenceNumber(1)
                                .build());
    }
}
