package dev.curfew.lab.call;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Verifies the peer of one connection, once, in its handshake, and remembers why it refused. */
final class VerifyingPeer extends X509ExtendedTrustManager {
    private final Function<X509Certificate[], Optional<Denial>> check;
    private volatile @Nullable Denial denial;
    private volatile boolean verified;

    VerifyingPeer(Function<X509Certificate[], Optional<Denial>> check) {
        this.check = check;
    }

    /** Why it refused, if it did. */
    Optional<Denial> denial() {
        return Optional.ofNullable(denial);
    }

    /** Whether the peer has shown a certificate that was accepted. */
    boolean verified() {
        return verified;
    }

    private void verify(X509Certificate[] chain) throws CertificateException {
        var refused = check.apply(chain);
        if (refused.isPresent()) {
            denial = refused.get();
            throw new CertificateException(refused.get().name());
        }
        verified = true;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        verify(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        verify(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        verify(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        verify(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        verify(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        verify(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
