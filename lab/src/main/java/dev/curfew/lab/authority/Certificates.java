package dev.curfew.lab.authority;

import dev.curfew.lab.spiffe.SpiffeId;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys and certificates of the form that the real server makes by default. */
final class Certificates {
    /** Certificates begin a little in the past, for clocks that differ. */
    static final Duration BACKDATED = Duration.ofSeconds(10);

    /** The subject of an SVID unless the caller asked for another. */
    static final X500Name SVID_SUBJECT = new X500Name("C=US,O=SPIRE");

    private static final SecureRandom RANDOM = new SecureRandom();

    private Certificates() {}

    static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no P-256", e);
        }
    }

    static BigInteger newSerial() {
        return new BigInteger(128, RANDOM).add(BigInteger.ONE);
    }

    /** Lower-case hex of the key's identifier: an authority's ID. */
    static String keyId(PublicKey key) {
        return HexFormat.of().formatHex(subjectKeyId(key).getKeyIdentifier());
    }

    /** The same of the key that signed a certificate. */
    static String issuerKeyId(X509Certificate certificate) {
        try {
            var extension =
                    JcaX509ExtensionUtils.parseExtensionValue(
                            certificate.getExtensionValue(
                                    Extension.authorityKeyIdentifier.getId()));
            return HexFormat.of()
                    .formatHex(
                            AuthorityKeyIdentifier.getInstance(extension).getKeyIdentifierOctets());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate selfSigned(
            String trustDomain, KeyPair keys, Instant now, Instant notAfter) {
        var serial = newSerial();
        var subject =
                new X500NameBuilder(BCStyle.INSTANCE)
                        .addRDN(BCStyle.C, "US")
                        .addRDN(BCStyle.O, "SPIFFE")
                        .addRDN(BCStyle.SERIALNUMBER, serial.toString())
                        .build();
        var builder =
                new JcaX509v3CertificateBuilder(
                        subject,
                        serial,
                        Date.from(now.minus(BACKDATED)),
                        Date.from(notAfter),
                        subject,
                        keys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, subjectKeyId(keys.getPublic()));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    names(new SpiffeId(trustDomain, ""), List.of()));
            return sign(builder, keys);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a certificate for a workload, a node or a server says. */
    record Leaf(
            SpiffeId id,
            PublicKey key,
            X500Name subject,
            List<String> dnsNames,
            Instant notBefore,
            Instant notAfter) {}

    static X509Certificate leaf(X509Authority issuer, Leaf leaf) {
        var builder =
                new JcaX509v3CertificateBuilder(
                        issuer.certificate(),
                        newSerial(),
                        Date.from(leaf.notBefore()),
                        Date.from(leaf.notAfter()),
                        X500Name.getInstance(leaf.subject()),
                        leaf.key());
        try {
            var ids = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            KeyUsage.digitalSignature
                                    | KeyUsage.keyEncipherment
                                    | KeyUsage.keyAgreement));
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(
                            new KeyPurposeId[] {
                                KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                            }));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.subjectKeyIdentifier, false, subjectKeyId(leaf.key()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    ids.createAuthorityKeyIdentifier(issuer.keys().getPublic()));
            builder.addExtension(
                    Extension.subjectAlternativeName, false, names(leaf.id(), leaf.dnsNames()));
            return sign(builder, issuer.keys());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames names(SpiffeId id, List<String> dnsNames) {
        var names = new ArrayList<GeneralName>();
        dnsNames.forEach(name -> names.add(new GeneralName(GeneralName.dNSName, name)));
        names.add(new GeneralName(GeneralName.uniformResourceIdentifier, id.toString()));
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    private static SubjectKeyIdentifier subjectKeyId(PublicKey key) {
        try {
            return new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair keys) {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
