package dev.curfew.timing;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.Minting.MintedX509;
import io.spiffe.spiffeid.SpiffeId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** The request for one X509-SVID, by a key that is forgotten with it; and what came of it. */
final class ProbeRequest {
    private static final String PROBED = "the probe's X509-SVID";

    private ProbeRequest() {}

    /** PKCS#10 in DER. */
    static Outcome<byte[]> of(SpiffeId id) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(
                            new GeneralName(GeneralName.uniformResourceIdentifier, id.toString())));
            return Outcome.ok(
                    new JcaPKCS10CertificationRequestBuilder(
                                    new X500Name("CN=curfew"), keys.getPublic())
                            .addAttribute(
                                    PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
                                    extensions.generate())
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(keys.getPrivate()))
                            .getEncoded());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            return Outcome.failed(
                    Reason.CREDENTIAL_UNREADABLE, PROBED, "no request could be made for it");
        }
    }

    /** Counted from when it was signed, not from the date that it was dated back to. */
    static Outcome<Duration> life(MintedX509 minted) {
        if (minted.chain().isEmpty()) {
            return Outcome.failed(Reason.CONTRADICTED, PROBED, "the answer holds no certificate");
        }
        try {
            X509Certificate leaf =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(
                                            new ByteArrayInputStream(minted.chain().getFirst()));
            Duration life =
                    Duration.between(
                                    leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant())
                            .minus(LearnedTimings.CUSHION);
            return life.isPositive()
                    ? Outcome.ok(life)
                    : Outcome.failed(Reason.CONTRADICTED, PROBED, "it ends before it begins");
        } catch (CertificateException e) {
            return Outcome.failed(Reason.CONTRADICTED, PROBED, "it can not be read");
        }
    }
}
