package dev.curfew.lab.server;

import dev.curfew.lab.bundle.BundleReader;
import dev.curfew.lab.bundle.BundleStore;
import dev.curfew.lab.spiffe.SpiffeId;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Verifies the certificates of callers against the bundles as they are at that moment, by the
 * server's clock. Callers of other trust domains must be named as administrators.
 */
final class SvidVerifier {
    private final BundleStore bundles;
    private final Set<SpiffeId> adminIds;
    private final InstantSource clock;

    SvidVerifier(BundleStore bundles, Set<SpiffeId> adminIds, InstantSource clock) {
        this.bundles = bundles;
        this.adminIds = adminIds;
        this.clock = clock;
    }

    void verify(X509Certificate[] chain) throws CertificateException {
        SpiffeId id;
        try {
            id = SpiffeId.of(chain[0]);
        } catch (IllegalArgumentException e) {
            throw new CertificateException(e.getMessage(), e);
        }
        if (!id.trustDomain().equals(bundles.ownTrustDomain()) && !adminIds.contains(id)) {
            throw new CertificateException("unexpected trust domain in ID \"" + id + "\"");
        }
        var anchors =
                bundles.find(id.trustDomain()).map(BundleReader::certificates).stream()
                        .flatMap(List::stream)
                        .map(certificate -> new TrustAnchor(certificate, null))
                        .collect(Collectors.toSet());
        if (anchors.isEmpty()) {
            throw new CertificateException(
                    "no bundle found for trust domain \"" + id.trustDomain() + "\"");
        }
        try {
            var parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(clock.instant()));
            var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(chain));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
        } catch (GeneralSecurityException e) {
            throw new CertificateException(e);
        }
    }
}
