package dev.curfew.lab.call;

import dev.curfew.lab.agent.Workload;
import dev.curfew.lab.authority.IssuedSvid;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocket;

/** A workload that calls others, with what it has in its memory. Any thread may call. */
public final class Caller {
    private static final int PATIENCE_MILLIS = Math.toIntExact(Duration.ofSeconds(5).toMillis());

    private final Workload workload;
    private final InstantSource clock;

    /** A workload that calls. */
    public Caller(Workload workload, InstantSource clock) {
        this.workload = workload;
        this.clock = clock;
    }

    /** What is done with a connection once the handshake is over. */
    @FunctionalInterface
    interface Talk {
        Optional<Denial> over(SSLSocket tls, Lines lines) throws IOException;
    }

    /** Calls once, with its certificate. Blocks. */
    public Optional<Denial> call(CallDoor to) {
        return workload.svid().isEmpty()
                ? Optional.of(Denial.NOTHING_TO_SHOW)
                : once(to, true, Lines.CALL);
    }

    /** Calls once, with a token and without a certificate. Blocks. */
    public Optional<Denial> callWithToken(CallDoor to) {
        return workload.token(to.id().toString())
                .map(token -> once(to, false, Lines.BEARER + token.token()))
                .orElseGet(() -> Optional.of(Denial.NOTHING_TO_SHOW));
    }

    private Optional<Denial> once(CallDoor to, boolean withCertificate, String request) {
        return connect(
                to,
                withCertificate,
                (tls, lines) -> {
                    try (tls) {
                        lines.say(request);
                        return denial(lines.hear());
                    }
                });
    }

    /** Opens a connection; whoever talks over it closes it, unless this fails. */
    Optional<Denial> connect(CallDoor to, boolean withCertificate, Talk talk) {
        var verifying =
                new VerifyingPeer(chain ->
                        PeerCheck.refuse(chain, Set.of(to.id()), workload.trust(), clock.instant())
                                .map(Denial::atTheCalledSide));
        var socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), to.port()),
                    PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            var presented = withCertificate ? workload.svid() : Optional.<IssuedSvid>empty();
            var tls = Tls.caller(socket, presented, verifying);
            tls.startHandshake();
            return talk.over(tls, new Lines(tls));
        } catch (IOException e) {
            close(socket);
            return Optional.of(
                    verifying
                            .denial()
                            .or(() -> to.refusal(socket.getLocalPort()))
                            .orElse(Denial.NO_ANSWER));
        }
    }

    static Optional<Denial> denial(String answer) {
        return answer.equals(Lines.OK)
                ? Optional.empty()
                : Optional.of(Denial.valueOf(answer.substring(Lines.DENIED.length())));
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more in any case.
        }
    }
}
