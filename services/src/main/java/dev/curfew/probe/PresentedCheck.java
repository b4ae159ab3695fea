package dev.curfew.probe;

import dev.curfew.estate.AuthorityView;
import dev.curfew.estate.Estate;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.estate.TrustRow;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.TrustBundle.X509Authority;
import dev.curfew.probe.Presented.Acceptance;
import dev.curfew.probe.Presented.Standing;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What presented certificates are worth, by the bundles of the servers that are known. Pure. */
public final class PresentedCheck {
    private PresentedCheck() {}

    /** By the clock at which it was seen. */
    public static Presented of(PresentedChain chain, Estate estate) {
        List<Reading<AuthorityView>> known =
                estate.servers().stream()
                        .filter(server ->
                                server.trustDomain()
                                        .equals(Optional.of(chain.id().getTrustDomain())))
                        .map(ServerEstate::authorities)
                        .toList();
        Optional<TrustRow> signer =
                chain.authorityId()
                        .flatMap(id ->
                                known.stream()
                                        .flatMap(view -> TrustRow.of(view.value()).stream())
                                        .filter(row -> row.kind() == Kind.X509)
                                        .filter(row -> row.id().equals(id))
                                        // What is in a slot of one server is in none of another's.
                                        .min(Comparator.comparing(TrustRow::slot)));
        Optional<Reading<AuthorityView>> newest =
                known.stream()
                        .filter(view -> view.readAt().isPresent())
                        .filter(view -> view.value().bundle().isPresent())
                        .max(Comparator.comparing(view -> view.readAt().orElseThrow()));
        return new Presented(
                chain.endpoint(),
                chain.at(),
                chain.id(),
                chain.serial(),
                chain.notBefore(),
                chain.notAfter(),
                chain.authorityId(),
                standing(signer),
                signer.map(TrustRow::tainted).orElse(false),
                acceptance(chain, newest.map(Reading::value)),
                newest.flatMap(Reading::readAt));
    }

    private static Standing standing(Optional<TrustRow> signer) {
        return signer.map(TrustRow::slot)
                .map(slot ->
                        switch (slot) {
                            case ACTIVE -> Standing.ACTIVE;
                            case PREPARED -> Standing.PREPARED;
                            case OLD -> Standing.OLD;
                            case NONE -> Standing.OTHER;
                        })
                .orElse(Standing.UNKNOWN);
    }

    private static Acceptance acceptance(PresentedChain chain, Optional<AuthorityView> view) {
        Instant now = chain.at();
        if (chain.notAfter().isBefore(now)) {
            return Acceptance.EXPIRED;
        }
        if (chain.notBefore().isAfter(now)) {
            return Acceptance.NOT_YET_VALID;
        }
        return view.map(AuthorityView::x509Authorities)
                .map(roots -> leadsTo(chain, roots, now))
                .map(trusted -> trusted ? Acceptance.ACCEPTED : Acceptance.UNTRUSTED)
                .orElse(Acceptance.NOT_CHECKED);
    }

    private static boolean leadsTo(PresentedChain chain, List<X509Authority> roots, Instant now) {
        try {
            Set<TrustAnchor> anchors = new HashSet<>();
            for (X509Authority root : roots) {
                anchors.add(new TrustAnchor(certificate(root), null));
            }
            if (anchors.isEmpty()) {
                return false;
            }
            X509CertSelector leaf = new X509CertSelector();
            leaf.setCertificate(chain.leaf());
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, leaf);
            // SVIDs live minutes to hours; SPIFFE has no revocation lists to ask for.
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            parameters.addCertStore(
                    CertStore.getInstance(
                            "Collection", new CollectionCertStoreParameters(chain.chain())));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static X509Certificate certificate(X509Authority root) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(root.der().bytes()));
    }
}
