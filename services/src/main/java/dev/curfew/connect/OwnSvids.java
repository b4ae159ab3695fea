package dev.curfew.connect;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Makes an SVID of a chain and a key that came from somewhere, after a look at whether they fit.
 */
final class OwnSvids {
    private static final byte[] PROBE = {'c', 'u', 'r', 'f', 'e', 'w'};

    private OwnSvids() {}

    /**
     * @param where the file or socket that it came from, for the failure
     */
    static Outcome<OwnSvid> of(List<X509Certificate> chain, PrivateKey key, String where) {
        X509Certificate leaf = chain.getFirst();
        Optional<SpiffeId> id = Certificates.spiffeId(leaf);
        if (id.isEmpty()) {
            return unreadable(where, "its first certificate holds no SPIFFE ID");
        }
        return belongsTogether(leaf.getPublicKey(), key)
                ? Outcome.ok(new OwnSvid(id.get(), chain, key))
                : unreadable(where, "the private key does not belong to the first certificate");
    }

    private static boolean belongsTogether(PublicKey shown, PrivateKey key) {
        if (!shown.getAlgorithm().equals(key.getAlgorithm())) {
            return false;
        }
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> key.getAlgorithm();
                };
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(PROBE);
            byte[] signature = signer.sign();
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(shown);
            verifier.update(PROBE);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Outcome<OwnSvid> unreadable(String where, String detail) {
        return Outcome.failed(Reason.CREDENTIAL_UNREADABLE, where, detail);
    }
}
