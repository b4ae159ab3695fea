package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Finds out why connections break. With TLS 1.3 a server judges our certificate after we hold the
 * handshake for done, and its alert is easily lost among what we already sent. So this makes a
 * handshake, sends nothing, and listens. Blocks for some seconds at most; any thread.
 */
final class TlsDiagnosis {
    private static final int PATIENCE = (int) Duration.ofSeconds(5).toMillis();

    private TlsDiagnosis() {}

    /** Why a connection can not be made; empty if the server has nothing against it. */
    static Optional<Failure> of(ServerAddress.Tcp address, KeyManager own, TrustManager trust) {
        return of(
                address,
                Optional.of(new KeyManager[] {own}),
                Optional.of(new TrustManager[] {trust}));
    }

    /**
     * The same.
     *
     * @param own empty: nothing to show
     * @param trust empty: what this system trusts
     */
    static Optional<Failure> of(
            ServerAddress.Tcp address, Optional<KeyManager[]> own, Optional<TrustManager[]> trust) {
        CallContext call = CallContext.of(address, "");
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(own.orElse(null), trust.orElse(null), null);
            return listen(address, tls);
        } catch (IOException e) {
            return Optional.of(StatusFailures.of(e, call));
        } catch (GeneralSecurityException e) {
            return Optional.of(StatusFailures.unexpected(e, address.display()));
        }
    }

    private static Optional<Failure> listen(ServerAddress.Tcp address, SSLContext tls)
            throws IOException {
        try (Socket tcp = new Socket()) {
            tcp.connect(new InetSocketAddress(address.host(), address.port()), PATIENCE);
            tcp.setSoTimeout(PATIENCE);
            try (SSLSocket socket =
                    (SSLSocket)
                            tls.getSocketFactory()
                                    .createSocket(tcp, address.host(), address.port(), true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {"h2"});
                if (Transports.isBareName(address.host())) {
                    parameters.setServerNames(List.of(new SNIHostName(address.host())));
                }
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                if (!"h2".equals(socket.getApplicationProtocol())) {
                    return Optional.of(
                            new Failure(
                                    Reason.NOT_GRPC,
                                    address.display(),
                                    "it speaks TLS, but not HTTP/2 in it"));
                }
                return firstByte(socket, address);
            }
        }
    }

    /** A gRPC server speaks first; one that has closed says so instead. */
    private static Optional<Failure> firstByte(SSLSocket socket, ServerAddress.Tcp address)
            throws IOException {
        try {
            return socket.getInputStream().read() >= 0
                    ? Optional.empty()
                    : Optional.of(dropped(address));
        } catch (SocketTimeoutException e) {
            // Silence is no judgement on the certificate: the call itself has its own deadline.
            return Optional.empty();
        } catch (SocketException e) {
            return Optional.of(dropped(address));
        }
    }

    private static Failure dropped(ServerAddress.Tcp address) {
        String closed = "it closed the connection right after a good TLS handshake";
        return new Failure(
                Reason.NO_ANSWER,
                address.display(),
                TlsForSpire.isInEffect()
                        ? closed
                        : closed
                                + ", as SPIRE 1.14.3 to 1.15.1 do with clients that offer to resume"
                                + " sessions; Curfew's setting against that came too late, after"
                                + " this process had loaded its TLS");
    }
}
