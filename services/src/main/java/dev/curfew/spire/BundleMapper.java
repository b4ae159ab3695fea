package dev.curfew.spire;

import dev.curfew.identity.Der;
import dev.curfew.identity.TrustBundle;
import dev.curfew.identity.TrustBundle.JwtAuthority;
import dev.curfew.identity.TrustBundle.X509Authority;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.JWTKey;
import dev.curfew.wire.spire.types.X509Certificate;
import io.spiffe.spiffeid.TrustDomain;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Wire bundles to ours and back. */
final class BundleMapper {
    private BundleMapper() {}

    static Outcome<TrustBundle> read(Bundle wire) {
        try {
            List<X509Authority> x509 = new ArrayList<>();
            for (X509Certificate authority : wire.getX509AuthoritiesList()) {
                x509.add(
                        X509Authority.read(
                                authority.getAsn1().toByteArray(), authority.getTainted()));
            }
            List<JwtAuthority> jwt = new ArrayList<>();
            for (JWTKey key : wire.getJwtAuthoritiesList()) {
                jwt.add(
                        new JwtAuthority(
                                key.getKeyId(),
                                Instant.ofEpochSecond(key.getExpiresAt()),
                                key.getTainted(),
                                new Der(key.getPublicKey().toByteArray())));
            }
            return Outcome.ok(
                    new TrustBundle(
                            TrustDomain.parse(wire.getTrustDomain()),
                            x509,
                            jwt,
                            wire.getRefreshHint(),
                            wire.getSequenceNumber()));
        } catch (CertificateException | IllegalArgumentException e) {
            return Outcome.failed(
                    Reason.UNREADABLE_ROWS,
                    "the bundle of " + wire.getTrustDomain(),
                    String.valueOf(e.getMessage()));
        }
    }
}
