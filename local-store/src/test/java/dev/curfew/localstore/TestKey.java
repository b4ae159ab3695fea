package dev.curfew.localstore;

import dev.curfew.store.Checkpoint;
import dev.curfew.store.SealKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.HexFormat;

/** A new signing key. */
public final class TestKey {
    private final KeyPair pair;

    public TestKey() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public SealKey key() {
        return SealKey.ofDer(pair.getPublic().getEncoded()).orElseThrow();
    }

    /** Signs a checkpoint as of {@link Fixtures#NOW}. */
    public Checkpoint seal(long number, String hash) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(Checkpoint.message(number, hash, Fixtures.NOW, key()));
            String signature = HexFormat.of().formatHex(signer.sign());
            return new Checkpoint(number, hash, Fixtures.NOW, key(), signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
