package dev.curfew.identity;

import io.spiffe.spiffeid.TrustDomain;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** The authorities of one trust domain, as a server hands them out. */
public record TrustBundle(
        TrustDomain trustDomain,
        List<X509Authority> x509Authorities,
        List<JwtAuthority> jwtAuthorities,
        long refreshHintSeconds,
        long sequenceNumber) {

    public TrustBundle {
        x509Authorities = List.copyOf(x509Authorities);
        jwtAuthorities = List.copyOf(jwtAuthorities);
    }

    /**
     * A root or upstream certificate.
     *
     * @param subjectKeyId lower-case hex; SPIRE's authority id
     * @param der the certificate itself, public
     */
    public record X509Authority(
            String subjectKeyId,
            String subject,
            String serial,
            Instant notBefore,
            Instant notAfter,
            boolean tainted,
            Der der) {
        /**
         * @throws CertificateException if that is no X.509 certificate
         */
        public static X509Authority read(byte[] der, boolean tainted) throws CertificateException {
            if (!(CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der))
                    instanceof X509Certificate certificate)) {
                throw new CertificateException("not an X.509 certificate");
            }
            return new X509Authority(
                    subjectKeyId(certificate),
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getSerialNumber().toString(),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    tainted,
                    new Der(der));
        }

        /** Empty where the certificate has none. */
        private static String subjectKeyId(X509Certificate certificate) {
            byte[] extension =
                    certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
            if (extension == null) {
                return "";
            }
            byte[] inner = ASN1OctetString.getInstance(extension).getOctets();
            return HexFormat.of()
                    .formatHex(SubjectKeyIdentifier.getInstance(inner).getKeyIdentifier());
        }
    }

    public record JwtAuthority(String keyId, Instant expiresAt, boolean tainted, Der publicKey) {}
}
