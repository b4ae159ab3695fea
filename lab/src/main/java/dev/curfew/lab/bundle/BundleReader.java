package dev.curfew.lab.bundle;

import dev.curfew.lab.spiffe.SpiffeRules;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.JWTKey;
import dev.curfew.wire.spire.types.X509Certificate;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Reads and checks bundles that callers send. Marks of taint are dropped, as the server does. */
public final class BundleReader {
    private BundleReader() {}

    /**
     * A checked copy.
     *
     * @throws IllegalArgumentException if something in it is malformed
     */
    public static Bundle read(Bundle bundle) {
        String trustDomain;
        try {
            trustDomain = SpiffeRules.trustDomainName(bundle.getTrustDomain());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("invalid trust domain: " + e.getMessage(), e);
        }
        var checked =
                Bundle.newBuilder()
                        .setTrustDomain(trustDomain)
                        .setRefreshHint(bundle.getRefreshHint())
                        .setSequenceNumber(bundle.getSequenceNumber());
        try {
            checked.addAllX509Authorities(x509(bundle.getX509AuthoritiesList()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "unable to parse X.509 authority: " + e.getMessage(), e);
        }
        try {
            checked.addAllJwtAuthorities(jwt(bundle.getJwtAuthoritiesList()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "unable to parse JWT authority: " + e.getMessage(), e);
        }
        return checked.build();
    }

    static List<X509Certificate> x509(List<X509Certificate> authorities) {
        return authorities.stream().map(BundleReader::x509).toList();
    }

    static List<JWTKey> jwt(List<JWTKey> keys) {
        return keys.stream().map(BundleReader::jwt).toList();
    }

    /** The authorities of a bundle as certificates. */
    public static List<java.security.cert.X509Certificate> certificates(Bundle bundle) {
        return bundle.getX509AuthoritiesList().stream()
                .map(authority -> certificate(authority.getAsn1().toByteArray()))
                .toList();
    }

    private static X509Certificate x509(X509Certificate authority) {
        certificate(authority.getAsn1().toByteArray());
        return authority.toBuilder().clearTainted().build();
    }

    private static JWTKey jwt(JWTKey key) {
        try {
            var info = SubjectPublicKeyInfo.getInstance(key.getPublicKey().toByteArray());
            if (info == null) {
                throw new InvalidKeySpecException("empty");
            }
            new JcaPEMKeyConverter().getPublicKey(info);
        } catch (IllegalArgumentException
                | IllegalStateException
                | java.io.IOException
                | GeneralSecurityException e) {
            throw new IllegalArgumentException("asn1: syntax error: sequence truncated", e);
        }
        if (key.getKeyId().isEmpty()) {
            throw new IllegalArgumentException("missing key ID");
        }
        return key.toBuilder().clearTainted().build();
    }

    private static java.security.cert.X509Certificate certificate(byte[] der) {
        try {
            return (java.security.cert.X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("x509: malformed certificate", e);
        }
    }
}
