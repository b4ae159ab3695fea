package dev.curfew.connect;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.TrustDomain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS#12 key store, opened once: its passphrase is asked for once and not kept, so a renewed key
 * store needs a new connection. The bundle beside it is read again at each handshake.
 */
final class Pkcs12Source implements CredentialSource {
    private final AtomicReference<@Nullable OwnSvid> svid;
    private final Path keyStore;
    private final Path bundle;

    private Pkcs12Source(OwnSvid svid, Credentials.Pkcs12 files) {
        this.svid = new AtomicReference<>(svid);
        this.keyStore = files.keyStore();
        this.bundle = files.bundle();
    }

    /** Blocks: the passphrase may be asked of the operator. It is wiped before this returns. */
    static Outcome<CredentialSource> open(Credentials.Pkcs12 files, Secrets secrets) {
        return secrets.read(files.passphrase(), files.keyStore().toString())
                .then(passphrase -> {
                    try {
                        return read(files.keyStore(), passphrase);
                    } finally {
                        Arrays.fill(passphrase, '\0');
                    }
                })
                .map(svid -> new Pkcs12Source(svid, files));
    }

    private static Outcome<OwnSvid> read(Path file, char[] passphrase) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, passphrase);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, passphrase) instanceof PrivateKey key) {
                    return OwnSvids.of(
                            chain(store.getCertificateChain(alias)), key, file.toString());
                }
            }
            return unreadable(file, "it holds no private key");
        } catch (NoSuchFileException e) {
            return unreadable(file, "the file is not there");
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

    private static List<X509Certificate> chain(Certificate[] certificates) {
        return Arrays.stream(certificates).map(X509Certificate.class::cast).toList();
    }

    @Override
    public Outcome<OwnSvid> svid() {
        OwnSvid read = svid.get();
        return read == null ? unreadable(keyStore, "the connection is closed") : Outcome.ok(read);
    }

    @Override
    public Outcome<Collection<X509Certificate>> authorities(TrustDomain trustDomain) {
        return PemReader.certificates(bundle).map(List::copyOf);
    }

    @Override
    public void close() {
        svid.set(null);
    }

    private static <T> Outcome<T> unreadable(Path file, String detail) {
        return Outcome.failed(Reason.CREDENTIAL_UNREADABLE, file.toString(), detail);
    }
}
