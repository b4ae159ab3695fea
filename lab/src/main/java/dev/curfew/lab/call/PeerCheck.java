package dev.curfew.lab.call;

import dev.curfew.lab.agent.Trust;
import dev.curfew.lab.spiffe.SpiffeId;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Verifies a peer by its SPIFFE ID, by chain and by date, against a bundle. Any thread. */
final class PeerCheck {
    private PeerCheck() {}

    /** Why a peer is not let in; empty if it is. */
    static Optional<Denial> refuse(
            X509Certificate[] chain, Set<SpiffeId> expected, Trust trust, Instant now) {
        try {
            if (!expected.contains(SpiffeId.of(chain[0]))) {
                return Optional.of(Denial.NOT_ALLOWED);
            }
        } catch (IllegalArgumentException e) {
            return Optional.of(Denial.NOT_ALLOWED);
        }
        if (trust.authorities().isEmpty()) {
            return Optional.of(Denial.UNKNOWN_AUTHORITY);
        }
        var anchors =
                trust.authorities().stream()
                        .map(authority -> new TrustAnchor(authority, null))
                        .collect(Collectors.toSet());
        try {
            var parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(chain));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of(byDate(e));
        } catch (GeneralSecurityException e) {
            return Optional.of(Denial.UNKNOWN_AUTHORITY);
        }
    }

    private static Denial byDate(CertPathValidatorException e) {
        if (e.getReason() == BasicReason.EXPIRED) {
            return Denial.CERTIFICATE_ENDED;
        }
        return e.getReason() == BasicReason.NOT_YET_VALID
                ? Denial.CERTIFICATE_NOT_YET
                : Denial.UNKNOWN_AUTHORITY;
    }
}
