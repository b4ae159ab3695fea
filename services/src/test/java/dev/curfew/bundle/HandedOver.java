package dev.curfew.bundle;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** What a peer might hand over: certificates and bundles, good and bad. */
final class HandedOver {
    static final Instant END = Instant.parse("2026-12-24T18:00:00Z");

    private HandedOver() {}

    static X509Certificate root() {
        return certificate(true, "spiffe://partner.test");
    }

    /**
     * @param uri that it says it is; empty for none
     */
    static X509Certificate certificate(boolean authority, String uri) {
        KeyPair keys = keys("EC");
        X500Name name = new X500Name("O=Partner");
        try {
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.valueOf(4711),
                                    Date.from(END.minusSeconds(86_400)),
                                    Date.from(END),
                                    name,
                                    keys.getPublic())
                            .addExtension(
                                    Extension.basicConstraints,
                                    true,
                                    new BasicConstraints(authority));
            if (!uri.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(
                                new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("EC") ? 256 : 2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(X509Certificate... certificates) {
        return Stream.of(certificates)
                .map(one -> block("CERTIFICATE", der(one)))
                .collect(Collectors.joining());
    }

    static String block(String type, byte[] content) {
        return "-----BEGIN %s-----%n%s%n-----END %1$s-----%n"
                .formatted(type, Base64.getMimeEncoder().encodeToString(content));
    }

    static String json(String... keys) {
        return """
        {"keys": [%s], "spiffe_sequence": 12, "spiffe_refresh_hint": 300}
        """
                .formatted(String.join(",\n", keys));
    }

    static String x509(X509Certificate root) {
        return """
        {"use": "x509-svid", "kty": "EC", "crv": "P-256", "x": "", "y": "", "x5c": ["%s"]}\
        """
                .formatted(Base64.getEncoder().encodeToString(der(root)));
    }

    static String jwt(String id, PublicKey key) {
        return switch (key) {
            case ECPublicKey ec ->
                    """
                    {"use": "jwt-svid", "kid": "%s", "kty": "EC", "crv": "P-256", "x": "%s", "y": "%s"}\
                    """
                            .formatted(
                                    id, url(ec.getW().getAffineX()), url(ec.getW().getAffineY()));
            case RSAPublicKey rsa ->
                    """
                    {"use": "jwt-svid", "kid": "%s", "kty": "RSA", "n": "%s", "e": "%s"}\
                    """
                            .formatted(id, url(rsa.getModulus()), url(rsa.getPublicExponent()));
            default -> throw new IllegalArgumentException(key.getAlgorithm());
        };
    }

    private static String url(BigInteger number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
