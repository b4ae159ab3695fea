package dev.curfew.lab.call;

import dev.curfew.lab.authority.IssuedSvid;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * TLS over a socket, with what a side presents and how it verifies the other one. Each connection
 * has a context of its own: nothing is resumed, so each one is a whole handshake.
 */
final class Tls {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tls() {}

    /**
     * The called side, which takes a certificate from whoever has one.
     *
     * @throws IOException if the socket is closed already
     */
    static SSLSocket called(Socket socket, IssuedSvid svid, VerifyingPeer verifying)
            throws IOException {
        var tls = layer(socket, Optional.of(svid), verifying);
        tls.setUseClientMode(false);
        tls.setWantClientAuth(true);
        return tls;
    }

    /**
     * The caller, with a certificate or without.
     *
     * @throws IOException if the socket is closed already
     */
    static SSLSocket caller(Socket socket, Optional<IssuedSvid> svid, VerifyingPeer verifying)
            throws IOException {
        var tls = layer(socket, svid, verifying);
        tls.setUseClientMode(true);
        return tls;
    }

    private static SSLSocket layer(
            Socket socket, Optional<IssuedSvid> svid, VerifyingPeer verifying) throws IOException {
        try {
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(
                    svid.map(one -> new KeyManager[] {new PresentingSvid(one)})
                            .orElseGet(() -> new KeyManager[0]),
                    new TrustManager[] {verifying},
                    RANDOM);
            return (SSLSocket)
                    context.getSocketFactory()
                            .createSocket(
                                    socket,
                                    socket.getInetAddress().getHostAddress(),
                                    socket.getPort(),
                                    true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS 1.3", e);
        }
    }
}
