package dev.curfew.connect;

import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** A trust domain's authority that signs whatever a test wants. */
public final class TestAuthority {
    private static final AtomicLong SERIALS = new AtomicLong(1);

    private final X500Name name;
    private final KeyPair keys = keys("EC");
    private final X509Certificate certificate;

    public TestAuthority(String name) {
        this.name = new X500Name("C=US,O=SPIFFE,CN=" + name);
        Instant now = Instant.now();
        this.certificate =
                sign(keys, this.name, List.of(), true, now.minusSeconds(60), now.plusSeconds(3600));
    }

    public record Issued(X509Certificate certificate, PrivateKey key) {}

    public X509Certificate certificate() {
        return certificate;
    }

    /** A good SVID, for an hour. */
    public Issued issue(String uri) {
        return issue(uri, "EC", Duration.ofHours(1));
    }

    /**
     * @param validFor from an hour ago; negative: it ended that long ago
     */
    public Issued issue(String uri, String algorithm, Duration validFor) {
        Instant now = Instant.now();
        KeyPair pair = keys(algorithm);
        X509Certificate signed =
                sign(
                        pair,
                        new X500Name("C=US,O=SPIRE"),
                        List.of(uri),
                        false,
                        now.minus(Duration.ofDays(1)),
                        now.plus(validFor));
        return new Issued(signed, pair.getPrivate());
    }

    private X509Certificate sign(
            KeyPair subjectKeys,
            X500Name subject,
            List<String> uris,
            boolean authority,
            Instant from,
            Instant until) {
        try {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.valueOf(SERIALS.getAndIncrement()),
                                    Date.from(from),
                                    Date.from(until),
                                    subject,
                                    subjectKeys.getPublic())
                            .addExtension(
                                    Extension.authorityKeyIdentifier,
                                    false,
                                    ids.createAuthorityKeyIdentifier(keys.getPublic()))
                            .addExtension(
                                    Extension.subjectKeyIdentifier,
                                    false,
                                    ids.createSubjectKeyIdentifier(subjectKeys.getPublic()))
                            .addExtension(
                                    Extension.basicConstraints,
                                    true,
                                    new BasicConstraints(authority))
                            .addExtension(
                                    Extension.keyUsage,
                                    true,
                                    new KeyUsage(
                                            authority
                                                    ? KeyUsage.keyCertSign
                                                    : KeyUsage.digitalSignature));
            for (String uri : uris) {
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

    private static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("EC") ? 256 : 2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes certificates, and keys in their old forms: SEC 1 and PKCS#1. */
    static Path pem(Path file, Object... objects) throws IOException {
        try (Writer out = Files.newBufferedWriter(file);
                JcaPEMWriter pem = new JcaPEMWriter(out)) {
            for (Object object : objects) {
                pem.writeObject(object instanceof ECPrivateKey key ? sec1(key) : object);
            }
        }
        return file;
    }

    /** As OpenSSL writes it: with the curve, which BouncyCastle's writer leaves out. */
    private static PemObject sec1(ECPrivateKey key) throws IOException {
        return new PemObject(
                "EC PRIVATE KEY",
                new org.bouncycastle.asn1.sec.ECPrivateKey(
                                256, key.getS(), SECObjectIdentifiers.secp256r1)
                        .getEncoded());
    }
}
