package dev.curfew.probe;

import dev.curfew.connect.TestAuthority.Issued;
import dev.curfew.connect.TlsForSpire;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A workload that serves TLS, and tells how each handshake went. */
final class TlsServer implements AutoCloseable {
    // Whoever is the first to use TLS decides for the whole process.
    static {
        TlsForSpire.prepare();
    }

    static final String COMPLETED = "completed";

    private final SSLServerSocket listening;
    private final BlockingQueue<String> handshakes = new LinkedBlockingQueue<>();

    /**
     * @param needsClient whether it refuses whoever shows no certificate
     */
    TlsServer(Issued svid, boolean needsClient, String... protocols)
            throws GeneralSecurityException, IOException {
        char[] password = {};
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, password);
        keys.setKeyEntry("svid", svid.key(), password, new X509Certificate[] {svid.certificate()});
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        listening =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        listening.setNeedClientAuth(needsClient);
        listening.setEnabledProtocols(protocols);
        Thread.ofVirtual().start(this::serve);
    }

    Endpoint endpoint() {
        return new Endpoint("127.0.0.1", listening.getLocalPort());
    }

    /** How the next handshake went; blocks until it is over. */
    String handshake() throws InterruptedException {
        return handshakes.take();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (SSLSocket socket = (SSLSocket) listening.accept()) {
                handshakes.add(shake(socket));
            } catch (IOException e) {
                // Closed: that is how it ends.
                return;
            }
        }
    }

    private static String shake(SSLSocket socket) {
        try {
            socket.startHandshake();
            return COMPLETED;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
