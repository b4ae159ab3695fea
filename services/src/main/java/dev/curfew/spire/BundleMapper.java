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
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** Wire bundles to ours and back. */
final class BundleMapper {
    private BundleMapper() {}

    static Outcome<TrustBundle> read(Bundle wire) {
        try {
            CertificateFactory certificates = CertificateFactory.getInstance("X.509");
            List<X509Authority> x509 = new ArrayList<>();
            for (X509Certificate authority : wire.getX509AuthoritiesList()) {
                x509.add(read(authority, certificates));
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

    private static X509Authority read(X509Certificate wire, CertificateFactory certificates)
            throws CertificateException {
        byte[] der = wire.getAsn1().toByteArray();
        if (!(certificates.generateCertificate(new ByteArrayInputStream(der))
                instanceof java.security.cert.X509Certificate certificate)) {
            throw new CertificateException("not an X.509 certificate");
        }
        return new X509Authority(
                subjectKeyId(certificate),
                certificate.getSubjectX500Principal().getName(),
                certificate.getSerialNumber().toString(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                wire.getTainted(),
                new Der(der));
    }

    /** Lower-case hex, as SPIRE names an authority; empty where the certificate has none. */
    private static String subjectKeyId(java.security.cert.X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        if (extension == null) {
            return "";
        }
        byte[] inner = ASN1OctetString.getInstance(extension).getOctets();
        return HexFormat.of().formatHex(SubjectKeyIdentifier.getInstance(inner).getKeyIdentifier());
    }
}
