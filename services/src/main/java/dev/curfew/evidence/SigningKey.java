package dev.curfew.evidence;

import dev.curfew.connect.SecretRef;
import dev.curfew.connect.Secrets;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.SealKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The private half of a key that seals, out of a PKCS#12 file. It stays in memory as long as this
 * object does; nothing of it is written or logged. Any thread.
 */
public final class SigningKey {
    private static final int LARGEST_FILE = 1 << 20;

    private final PrivateKey privateKey;
    private final SealKey publicKey;

    private SigningKey(PrivateKey privateKey, SealKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * Blocks: the passphrase may be asked of the operator. It is wiped before this returns.
     *
     * @return {@link Reason#CREDENTIAL_UNREADABLE} for a file that is not there, is no PKCS#12, has
     *     another passphrase, or holds no Ed25519 key
     */
    public static Outcome<SigningKey> open(Path file, SecretRef passphrase, Secrets secrets) {
        byte[] bytes;
        try {
            bytes = WholeFile.read(file, LARGEST_FILE);
        } catch (NoSuchFileException e) {
            return unreadable(file, "the file is not there");
        } catch (IOException e) {
            return unreadable(file, "it can not be read: " + WholeFile.words(e));
        }
        return secrets.read(passphrase, file.toString())
                .then(secret -> {
                    try {
                        return read(file, bytes, secret);
                    } finally {
                        Arrays.fill(secret, '\0');
                    }
                });
    }

    private static Outcome<SigningKey> read(Path file, byte[] bytes, char[] passphrase) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), passphrase);
            String otherKind = "";
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.getKey(alias, passphrase);
                if (key instanceof PrivateKey own) {
                    Optional<SigningKey> pair = pair(own, store.getCertificate(alias));
                    if (pair.isPresent()) {
                        return Outcome.ok(pair.get());
                    }
                    otherKind = own.getAlgorithm();
                }
            }
            return unreadable(
                    file,
                    otherKind.isEmpty()
                            ? "it holds no private key"
                            : "it holds a key of the kind "
                                    + otherKind
                                    + "; evidence is signed with an Ed25519 key and its own"
                                    + " certificate");
        } catch (IOException e) {
            return unreadable(
                    file,
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "the passphrase is wrong"
                            : "the file can not be read as PKCS#12");
        } catch (GeneralSecurityException e) {
            return unreadable(file, "the file can not be read as PKCS#12");
        }
    }

    /** Empty unless both are halves of one Ed25519 key. */
    private static Optional<SigningKey> pair(PrivateKey key, Certificate certificate) {
        byte[] question = {1};
        return SealKey.ofDer(certificate.getPublicKey().getEncoded())
                .map(publicKey -> new SigningKey(key, publicKey))
                .filter(pair -> {
                    try {
                        return pair.publicKey.signed(question, pair.signOrThrow(question));
                    } catch (GeneralSecurityException e) {
                        return false;
                    }
                });
    }

    public SealKey publicKey() {
        return publicKey;
    }

    /** 64 bytes: Ed25519, the same for the same message. */
    public byte[] sign(byte[] message) {
        try {
            return signOrThrow(message);
        } catch (GeneralSecurityException e) {
            // It has signed before, when it was opened.
            throw new IllegalStateException(e);
        }
    }

    private byte[] signOrThrow(byte[] message) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(privateKey);
        signature.update(message);
        return signature.sign();
    }

    /** Seals the journal up to a record, as of {@code at}, to the microsecond. */
    Checkpoint seal(long number, String hash, Instant at) {
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        byte[] signature = sign(Checkpoint.message(number, hash, kept, publicKey));
        return new Checkpoint(number, hash, kept, publicKey, HexFormat.of().formatHex(signature));
    }

    private static <T> Outcome<T> unreadable(Path file, String detail) {
        return Outcome.failed(Reason.CREDENTIAL_UNREADABLE, file.toString(), detail);
    }
}
