package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import io.spiffe.spiffeid.TrustDomain;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PEM files, read again at each handshake so that a renewed SVID is picked up. Whoever renews may
 * be caught between two files, so a set that does not fit yields to the last one that did.
 */
final class PemFileSource implements CredentialSource {
    private static final Logger LOG = LoggerFactory.getLogger(PemFileSource.class);

    private final Credentials.PemFiles files;
    private final AtomicReference<@Nullable OwnSvid> lastSvid = new AtomicReference<>();
    private final AtomicReference<@Nullable Collection<X509Certificate>> lastAuthorities =
            new AtomicReference<>();

    PemFileSource(Credentials.PemFiles files) {
        this.files = files;
    }

    @Override
    public Outcome<OwnSvid> svid() {
        return newestOrLast(lastSvid, this::readSvid);
    }

    @Override
    public Outcome<Collection<X509Certificate>> authorities(TrustDomain trustDomain) {
        return newestOrLast(
                lastAuthorities, () -> PemReader.certificates(files.bundle()).map(List::copyOf));
    }

    private Outcome<OwnSvid> readSvid() {
        Outcome<PrivateKey> key = PemReader.privateKey(files.privateKey());
        return PemReader.certificates(files.certificates())
                .then(chain ->
                        key.then(k -> OwnSvids.of(chain, k, files.certificates().toString())));
    }

    private static <T> Outcome<T> newestOrLast(
            AtomicReference<@Nullable T> last, Supplier<Outcome<T>> read) {
        Outcome<T> newest = read.get();
        switch (newest) {
            case Outcome.Ok<T>(var value) -> last.set(value);
            case Outcome.Failed<T>(var failure) -> {
                T before = last.get();
                if (before != null) {
                    warn(failure);
                    return Outcome.ok(before);
                }
            }
        }
        return newest;
    }

    private static void warn(Failure failure) {
        LOG.warn("{}: {}; going on with what was read before", failure.subject(), failure.detail());
    }

    @Override
    public void close() {
        lastSvid.set(null);
    }
}
