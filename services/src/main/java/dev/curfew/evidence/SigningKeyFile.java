package dev.curfew.evidence;

import dev.curfew.connect.SecretRef;
import dev.curfew.connect.Secrets;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.SealKey;
import dev.curfew.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;

/** Makes a signing key and the PKCS#12 file that holds it. Blocks; any thread. */
public final class SigningKeyFile {
    static final String ALIAS = "curfew-evidence";
    private static final int SHORTEST = 8;

    private final Secrets secrets;
    private final InstantSource clock;
    private final Texts texts = Texts.load("dev.curfew.text.evidence", Locale.ROOT);

    public SigningKeyFile(Secrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A passphrase that is asked for is asked for twice. It is wiped before this returns.
     *
     * @return {@link Reason#ALREADY_EXISTS} for a file that is there: none is ever overwritten;
     *     {@link Reason#INVALID_INPUT} for a passphrase that is too short or was mistyped; {@link
     *     Reason#FILE_UNWRITABLE}
     */
    public Outcome<SealKey> create(Path file, SecretRef passphrase) {
        return secrets.read(passphrase, texts.get("key.newPassphrase", file))
                .then(secret -> {
                    try {
                        return create(file, passphrase, secret);
                    } finally {
                        Arrays.fill(secret, '\0');
                    }
                });
    }

    private Outcome<SealKey> create(Path file, SecretRef reference, char[] passphrase) {
        if (passphrase.length < SHORTEST) {
            return invalid(file, "it has fewer than " + SHORTEST + " characters");
        }
        if (!(reference instanceof SecretRef.Prompt)) {
            return write(file, passphrase);
        }
        return secrets.read(reference, texts.get("key.passphraseAgain", file))
                .then(again -> {
                    boolean same = Arrays.equals(passphrase, again);
                    Arrays.fill(again, '\0');
                    return same
                            ? write(file, passphrase)
                            : invalid(file, "the two that were typed are not the same");
                });
    }

    private Outcome<SealKey> write(Path file, char[] passphrase) {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    ALIAS,
                    keys.getPrivate(),
                    passphrase,
                    new Certificate[] {SelfMadeCertificate.of(keys, clock.instant())});
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, passphrase);
            WholeFile.createForOwner(file, bytes.toByteArray());
            return Outcome.ok(SealKey.ofDer(keys.getPublic().getEncoded()).orElseThrow());
        } catch (FileAlreadyExistsException e) {
            return Outcome.failed(
                    Reason.ALREADY_EXISTS,
                    file.toString(),
                    "a file with a signing key is never overwritten");
        } catch (IOException e) {
            return Outcome.failed(Reason.FILE_UNWRITABLE, file.toString(), WholeFile.words(e));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no Ed25519 or no PKCS#12", e);
        }
    }

    private static Outcome<SealKey> invalid(Path file, String why) {
        return Outcome.failed(
                Reason.INVALID_INPUT, "the passphrase for " + file, "As passphrase, " + why);
    }
}
