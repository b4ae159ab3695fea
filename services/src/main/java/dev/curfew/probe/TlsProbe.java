package dev.curfew.probe;

import dev.curfew.connect.Certificates;
import dev.curfew.connect.TlsForSpire;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Begins a TLS handshake, keeps the certificates that the peer presents, and refuses them. A peer
 * presents its own before it sees any of ours, so none is needed where it asks for one. Each look
 * has a context of its own: a session that is taken up again would show no certificate.
 */
public final class TlsProbe implements Probe {
    // Whoever is the first to use TLS decides for the whole process.
    static {
        TlsForSpire.prepare();
    }

    private final Duration deadline;
    private final InstantSource clock;

    /**
     * @param deadline of a whole look, the looking up of the name included
     */
    public TlsProbe(Duration deadline, InstantSource clock) {
        this.deadline = deadline;
        this.clock = clock;
    }

    @Override
    public Outcome<PresentedChain> look(Endpoint endpoint) {
        RecordingTrust trust = new RecordingTrust();
        CompletableFuture<Outcome<PresentedChain>> looked = new CompletableFuture<>();
        try (Socket socket = new Socket()) {
            Thread.ofVirtual()
                    .name("probe")
                    .start(() -> {
                        try {
                            looked.complete(shaken(endpoint, socket, trust));
                        } catch (RuntimeException | Error e) {
                            looked.completeExceptionally(e);
                        }
                    });
            // A peer that sends a byte now and then would outlast any timeout of a read.
            return looked.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return silent(endpoint);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.failed(Reason.CANCELLED, endpoint.toString(), "");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (IOException e) {
            throw new IllegalStateException("a socket does not close", e);
        }
    }

    private Outcome<PresentedChain> shaken(Endpoint endpoint, Socket socket, RecordingTrust trust) {
        int millis = Math.toIntExact(deadline.toMillis());
        try {
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), millis);
            socket.setSoTimeout(millis);
        } catch (SocketTimeoutException e) {
            return silent(endpoint);
        } catch (UnknownHostException e) {
            return Outcome.failed(
                    Reason.ENDPOINT_UNREACHED, endpoint.toString(), "no such host is known");
        } catch (IOException e) {
            return Outcome.failed(
                    Reason.ENDPOINT_UNREACHED, endpoint.toString(), String.valueOf(e.getMessage()));
        }
        String why;
        try (SSLSocket tls = tls(endpoint, socket, trust)) {
            tls.startHandshake();
            why = "the handshake ended without a certificate";
        } catch (SocketTimeoutException e) {
            return trust.seen().map(chain -> presented(endpoint, chain)).orElse(silent(endpoint));
        } catch (IOException e) {
            why = String.valueOf(e.getMessage());
        }
        Optional<List<X509Certificate>> seen = trust.seen();
        return seen.isPresent()
                ? presented(endpoint, seen.get())
                : Outcome.failed(Reason.ENDPOINT_SHOWS_NOTHING, endpoint.toString(), why);
    }

    private static SSLSocket tls(Endpoint endpoint, Socket socket, RecordingTrust trust)
            throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return (SSLSocket)
                    context.getSocketFactory()
                            .createSocket(socket, endpoint.host(), endpoint.port(), true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome<PresentedChain> presented(Endpoint endpoint, List<X509Certificate> chain) {
        Optional<SpiffeId> id = Certificates.spiffeId(chain.getFirst());
        return id.isPresent()
                ? Outcome.ok(new PresentedChain(endpoint, clock.instant(), chain, id.get()))
                : Outcome.failed(
                        Reason.ENDPOINT_NO_SPIFFE_ID,
                        endpoint.toString(),
                        chain.getFirst().getSubjectX500Principal().getName());
    }

    private Outcome<PresentedChain> silent(Endpoint endpoint) {
        return Outcome.failed(
                Reason.ENDPOINT_SILENT, endpoint.toString(), deadline.toMillis() + " ms");
    }
}
