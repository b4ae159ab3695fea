package dev.curfew.probe;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts nobody: keeps what a peer presents and refuses it, whatever it is. So the handshake ends
 * there, and there never is a connection that anything could be sent on. Any thread.
 */
final class RecordingTrust extends X509ExtendedTrustManager {
    private final AtomicReference<List<X509Certificate>> seen = new AtomicReference<>(List.of());

    /** Empty: the peer got as far as to present nothing. */
    Optional<List<X509Certificate>> seen() {
        return Optional.of(seen.get()).filter(chain -> !chain.isEmpty());
    }

    private void keepAndRefuse(X509Certificate[] chain) throws CertificateException {
        seen.set(List.of(chain));
        throw new CertificateException("Only looked at");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        keepAndRefuse(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        keepAndRefuse(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        keepAndRefuse(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw new CertificateException("Curfew serves nobody");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
