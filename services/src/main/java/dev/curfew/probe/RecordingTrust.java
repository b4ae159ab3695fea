package dev.curfew.probe;

import dev.curfew.connect.ServerTrust;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Trusts nobody: keeps what a peer presents and refuses it, whatever it is. So the handshake ends
 * there, and there never is a connection that anything could be sent on. Any thread.
 */
final class RecordingTrust extends ServerTrust {
    private final AtomicReference<List<X509Certificate>> seen = new AtomicReference<>(List.of());

    /** Empty: the peer got as far as to present nothing. */
    Optional<List<X509Certificate>> seen() {
        return Optional.of(seen.get()).filter(chain -> !chain.isEmpty());
    }

    @Override
    protected void check(X509Certificate[] chain) throws CertificateException {
        seen.set(List.of(chain));
        throw new CertificateException("Only looked at");
    }
}
