package dev.curfew.lab.call;

import dev.curfew.lab.agent.Workload;
import dev.curfew.lab.spiffe.SpiffeId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a workload is called: a port on the loopback address, a virtual thread for each connection.
 * Who calls is verified when a connection is opened and never again. Any thread may call.
 */
public final class CallDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallDoor.class);
    private static final int PATIENCE_MILLIS = Math.toIntExact(Duration.ofSeconds(5).toMillis());
    private static final int BACKLOG = 50;

    private final Workload called;
    private final Set<SpiffeId> callers;
    private final InstantSource clock;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Denial> refused = new ConcurrentHashMap<>();

    /**
     * Opens it.
     *
     * @param callers who may call
     */
    public CallDoor(Workload called, Set<SpiffeId> callers, InstantSource clock)
            throws IOException {
        this.called = called;
        this.callers = Set.copyOf(callers);
        this.clock = clock;
        listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("lab-door").start(this::accept);
    }

    SpiffeId id() {
        return called.id();
    }

    /** On the loopback address. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Why the connection from this port was refused in its handshake; told once. */
    Optional<Denial> refusal(int callersPort) {
        return Optional.ofNullable(refused.remove(callersPort));
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().name("lab-called").start(() -> serve(socket));
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    LOG.warn("A workload of the lab can not be called any more", e);
                    return;
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var svid = called.svid();
            if (svid.isEmpty()) {
                return;
            }
            var verifying =
                    new VerifyingPeer(chain -> {
                        var denial =
                                PeerCheck.refuse(chain, callers, called.trust(), clock.instant());
                        denial.ifPresent(why -> refused.put(socket.getPort(), why));
                        return denial;
                    });
            var tls = Tls.called(socket, svid.get(), verifying);
            tls.startHandshake();
            talk(new Lines(tls), socket, verifying.verified());
        } catch (IOException e) {
            // The caller has gone, or was refused: it says so itself.
        } finally {
            open.remove(socket);
        }
    }

    private void talk(Lines lines, Socket socket, boolean verified) throws IOException {
        var request = lines.hear();
        if (request.startsWith(Lines.BEARER)) {
            answer(lines, byToken(request.substring(Lines.BEARER.length())));
            return;
        }
        answer(lines, verified ? Optional.empty() : Optional.of(Denial.NOTHING_TO_SHOW));
        if (request.equals(Lines.OPEN) && verified) {
            socket.setSoTimeout(0);
            while (lines.hear().equals(Lines.CALL)) {
                lines.say(Lines.OK);
            }
        }
    }

    private Optional<Denial> byToken(String token) {
        return TokenCheck.refuse(token, id(), callers, called.trust(), clock.instant());
    }

    private static void answer(Lines lines, Optional<Denial> denial) throws IOException {
        lines.say(denial.map(why -> Lines.DENIED + why.name()).orElse(Lines.OK));
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.warn("A door of the lab did not close", e);
        }
    }
}
