package dev.curfew.peers;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority of our own and what it signs: the certificates by which nodes prove what they are
 * (attestor x509pop), and those of servers and of who comes to them.
 */
final class PopCertificates {
    private static final Duration LIFE = Duration.ofDays(2);

    private final KeyPair keys = newKeys();
    private final X500Name name = new X500Name("CN=machines of the tests");
    private final X509CertificateHolder root =
            certificate(
                    name,
                    keys,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign),
                    true,
                    Optional.empty(),
                    Instant.now().plus(LIFE));
    private int serial = 1;

    String rootPem() {
        return pem(root);
    }

    String rootKeyPem() {
        return pem(keys.getPrivate());
    }

    /** As SPIRE names authorities: lower-case hex. */
    String rootKeyId() {
        return HexFormat.of()
                .formatHex(
                        SubjectKeyIdentifier.fromExtensions(root.getExtensions())
                                .getKeyIdentifier());
    }

    /** A certificate and its key, both in PEM. */
    record Leaf(String certificate, String key) {}

    /** For a machine of this name: its node's ID ends in it. */
    Leaf leaf(String machine) {
        return leaf(machine, Optional.empty());
    }

    /** One that counted until then. */
    Leaf leaf(String machine, Instant end) {
        return leaf(machine, Optional.empty(), end);
    }

    /** For a server that is known by this name of the domain name system. */
    Leaf server(String host) {
        return leaf(host, Optional.of(new GeneralName(GeneralName.dNSName, host)));
    }

    private Leaf leaf(String name, Optional<GeneralName> alternative) {
        return leaf(name, alternative, Instant.now().plus(LIFE));
    }

    private Leaf leaf(String name, Optional<GeneralName> alternative, Instant end) {
        KeyPair own = newKeys();
        X500Name subject = new X500Name("CN=" + name);
        KeyUsage usage = new KeyUsage(KeyUsage.digitalSignature);
        return new Leaf(
                pem(certificate(subject, own, usage, false, alternative, end)),
                pem(own.getPrivate()));
    }

    private X509CertificateHolder certificate(
            X500Name subject,
            KeyPair own,
            KeyUsage usage,
            boolean authority,
            Optional<GeneralName> alternative,
            Instant end) {
        Instant begin = end.minus(LIFE).minusSeconds(60);
        try {
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.valueOf(++serial),
                                    Date.from(begin),
                                    Date.from(end),
                                    subject,
                                    own.getPublic())
                            .addExtension(
                                    Extension.subjectKeyIdentifier,
                                    false,
                                    new JcaX509ExtensionUtils()
                                            .createSubjectKeyIdentifier(own.getPublic()))
                            .addExtension(
                                    Extension.basicConstraints,
                                    true,
                                    new BasicConstraints(authority))
                            .addExtension(Extension.keyUsage, true, usage);
            if (alternative.isPresent()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(alternative.get()));
            }
            return builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorCreationException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keys in PKCS #8: SPIRE reads no other form with a header of its own. */
    private static String pem(Object content) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    content instanceof java.security.PrivateKey key
                            ? new org.bouncycastle.openssl.jcajce.JcaPKCS8Generator(key, null)
                            : content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
