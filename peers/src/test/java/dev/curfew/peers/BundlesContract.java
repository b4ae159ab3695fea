package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.failure;
import static dev.curfew.peers.Outcomes.value;
import static dev.curfew.peers.Wire.entry;
import static dev.curfew.peers.Wire.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.TrustBundle;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.Bundles.DeleteMode;
import dev.curfew.spire.ScanListener;
import dev.curfew.wire.spire.bundle.AppendBundleRequest;
import dev.curfew.wire.spire.bundle.BatchCreateFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BatchDeleteFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BatchUpdateFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.CountBundlesRequest;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.bundle.GetFederatedBundleRequest;
import dev.curfew.wire.spire.bundle.ListFederatedBundlesRequest;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.BundleMask;
import dev.curfew.wire.spire.types.JWTKey;
import dev.curfew.wire.spire.types.X509Certificate;
import io.spiffe.spiffeid.TrustDomain;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server's own bundle and those of others. */
abstract class BundlesContract extends SpireContract {

    private BundleGrpc.BundleBlockingStub bundles() {
        return BundleGrpc.newBlockingStub(wire());
    }

    @BeforeEach
    void startWithoutForeignBundles() {
        server().bundles()
                .delete(
                        server().bundles().scanFederated(ScanListener.silent()).rows().stream()
                                .map(TrustBundle::trustDomain)
                                .toList(),
                        DeleteMode.DELETE);
    }

    private Bundle own() {
        return bundles().getBundle(GetBundleRequest.getDefaultInstance());
    }

    private Bundle foreign(String trustDomain) {
        Bundle own = own();
        return Bundle.newBuilder()
                .setTrustDomain(trustDomain)
                .addX509Authorities(own.getX509Authorities(0))
                .addJwtAuthorities(own.getJwtAuthorities(0))
                .setRefreshHint(60)
                .setSequenceNumber(3)
                .build();
    }

    private String creating(Bundle bundle) {
        return said(
                bundles()
                        .batchCreateFederatedBundle(
                                BatchCreateFederatedBundleRequest.newBuilder()
                                        .addBundle(bundle)
                                        .build())
                        .getResults(0)
                        .getStatus());
    }

    private String deleting(String trustDomain, BatchDeleteFederatedBundleRequest.Mode mode) {
        return said(
                bundles()
                        .batchDeleteFederatedBundle(
                                BatchDeleteFederatedBundleRequest.newBuilder()
                                        .addTrustDomains(trustDomain)
                                        .setMode(mode)
                                        .build())
                        .getResults(0)
                        .getStatus());
    }

    @Test
    void createsAndRefusesFederatedBundles() {
        assertThat(creating(foreign("partner.test"))).isEqualTo("0 OK");
        assertThat(creating(foreign("partner.test"))).isEqualTo("6 bundle already exists");
        assertThat(creating(foreign("acme.test")))
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
                        bundles()
                                .getFederatedBundle(
                                        GetFederatedBundleRequest.newBuilder()
                                                .setTrustDomain("partner.test")
                                                .build()))
                .isEqualTo(foreign("partner.test"));
        assertThat(bundles().countBundles(CountBundlesRequest.getDefaultInstance()).getCount())
                .isEqualTo(2);
        assertThat(
                        said(() ->
                                bundles()
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

        var first = page(2, "");

        assertThat(first.getBundlesList())
                .extracting(Bundle::getTrustDomain)
                .containsExactly("partner.test");
        assertThat(page(2, first.getNextPageToken()).getBundlesList())
                .extracting(Bundle::getTrustDomain)
                .containsExactly("vendor.test");
        assertThat(said(() -> page(2, "x")))
                .isEqualTo("INTERNAL failed to list bundles: could not parse token 'x'");
    }

    private dev.curfew.wire.spire.bundle.ListFederatedBundlesResponse page(int size, String token) {
        return bundles()
                .listFederatedBundles(
                        ListFederatedBundlesRequest.newBuilder()
                                .setPageSize(size)
                                .setPageToken(token)
                                .build());
    }

    @Test
    void changesOnlyWhatTheMaskNames() {
        creating(foreign("partner.test"));

        var update =
                bundles()
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
        assertThat(said(update.getResults(1).getStatus())).isEqualTo("5 bundle not found");
    }

    @Test
    void deletingFollowsItsModeWhereEntriesFederate() {
        creating(foreign("a.test"));
        creating(foreign("b.test"));
        var made =
                createAll(
                        entry("/mode/a", "unix:uid:1").addFederatesWith("a.test"),
                        entry("/mode/b", "unix:uid:1").addFederatesWith("b.test"));

        assertThat(deleting("a.test", BatchDeleteFederatedBundleRequest.Mode.RESTRICT))
                .isEqualTo(
                        "9 failed to delete federated bundle: datastore-sql: cannot delete bundle;"
                                + " federated with 1 registration entries");
        assertThat(deleting("a.test", BatchDeleteFederatedBundleRequest.Mode.DISSOCIATE))
                .isEqualTo("0 OK");
        assertThat(deleting("b.test", BatchDeleteFederatedBundleRequest.Mode.DELETE))
                .isEqualTo("0 OK");
        assertThat(deleting("b.test", BatchDeleteFederatedBundleRequest.Mode.DELETE))
                .isEqualTo("5 bundle not found");
        assertThat(deleting("acme.test", BatchDeleteFederatedBundleRequest.Mode.DELETE))
                .isEqualTo("3 removing the bundle for the server trust domain is not allowed");

        RegistrationEntry dissociated = value(server().entries().get(made.get(0).getId()));
        assertThat(dissociated.federatesWith()).isEmpty();
        assertThat(dissociated.revision()).isZero();
        assertThat(failure(server().entries().get(made.get(1).getId())).reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void ourClientStoresListsAndDropsBundles() {
        TrustBundle own = value(server().bundles().own());
        TrustDomain partner = TrustDomain.parse("partner.test");
        TrustBundle foreign =
                new TrustBundle(partner, own.x509Authorities(), own.jwtAuthorities(), 60, 7);

        assertThat(value(server().bundles().create(foreign))).isEqualTo(foreign);
        assertThat(value(server().bundles().federated(partner))).isEqualTo(foreign);
        assertThat(server().bundles().scanFederated(ScanListener.silent()).rows())
                .containsExactly(foreign);
        assertThat(failure(server().bundles().create(foreign)))
                .isEqualTo(
                        new Failure(
                                Reason.ALREADY_EXISTS, "partner.test", "bundle already exists"));
        var dropped = server().bundles().delete(List.of(partner, partner), DeleteMode.RESTRICT);
        assertThat(value(dropped.get(0).outcome())).isEqualTo("partner.test");
        assertThat(failure(dropped.get(1).outcome()).reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(failure(server().bundles().federated(partner)).detail())
                .isEqualTo("bundle not found");
    }

    @Test
    void appendsWhatIsMissingToItsOwnBundle() {
        Bundle before = own();
        var request =
                AppendBundleRequest.newBuilder()
                        .addJwtAuthorities(
                                JWTKey.newBuilder(before.getJwtAuthorities(0)).setKeyId("other"))
                        .build();

        Bundle appended = bundles().appendBundle(request);
        Bundle again = bundles().appendBundle(request);

        assertThat(appended.getJwtAuthoritiesCount())
                .isEqualTo(before.getJwtAuthoritiesCount() + 1);
        assertThat(appended.getSequenceNumber()).isEqualTo(before.getSequenceNumber() + 1);
        assertThat(again).isEqualTo(appended);
        assertThat(said(() -> bundles().appendBundle(AppendBundleRequest.getDefaultInstance())))
                .isEqualTo("INVALID_ARGUMENT no authorities to append");
    }

    @Test
    void aMaskLeavesTheTrustDomainAndWhatItNames() {
        Bundle shown =
                bundles()
                        .getBundle(
                                GetBundleRequest.newBuilder()
                                        .setOutputMask(BundleMask.newBuilder().setRefreshHint(true))
                                        .build());

        assertThat(shown)
                .isEqualTo(
                        Bundle.newBuilder()
                                .setTrustDomain("acme.test")
                                .setRefreshHint(own().getRefreshHint())
                                .build());
    }

    @Test
    void aNewServerHasOneAuthorityOfEachKindThatIsNotTainted() {
        TrustBundle own = value(server().bundles().own());

        assertThat(own.trustDomain().getName()).isEqualTo("acme.test");
        assertThat(own.x509Authorities()).hasSize(1).noneMatch(TrustBundle.X509Authority::tainted);
        assertThat(own.jwtAuthorities()).isNotEmpty().noneMatch(TrustBundle.JwtAuthority::tainted);
        assertThat(own.refreshHintSeconds()).isZero();
    }
}
