package dev.curfew.evidence;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * PKCS#12 keeps a private key only together with a certificate. This one vouches for nobody and
 * names nobody: a key is known by its thumbprint.
 */
final class SelfMadeCertificate {
    private static final X500Name SUBJECT = new X500Name("CN=Curfew evidence");

    /** RFC 5280, 4.1.2.5: no well-defined end. */
    private static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");

    private SelfMadeCertificate() {}

    static X509Certificate of(KeyPair keys, Instant now) throws GeneralSecurityException {
        try {
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            SUBJECT,
                            new BigInteger(128, new SecureRandom()).add(BigInteger.ONE),
                            Date.from(now.truncatedTo(ChronoUnit.SECONDS)),
                            Date.from(NO_END),
                            SUBJECT,
                            keys.getPublic());
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("Ed25519")
                                            .build(keys.getPrivate())));
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
