package dev.curfew.lab.call;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A connection that stays open and is called over again and again. Certificates are looked at when
 * it is opened, so it goes on after they are dead. Closed, it is opened anew by the next call, if
 * the other side then lets it in. Any thread may call.
 */
public final class OpenStream implements AutoCloseable {
    private final Caller caller;
    private final CallDoor to;
    private final InstantSource clock;
    private @Nullable Open open;

    private record Open(SSLSocket tls, Lines lines, Instant since) {}

    /** A stream that is not open yet. */
    public OpenStream(Caller caller, CallDoor to, InstantSource clock) {
        this.caller = caller;
        this.to = to;
        this.clock = clock;
    }

    /** Calls over it. Blocks. */
    public synchronized Optional<Denial> call() {
        var held = open;
        if (held != null) {
            try {
                held.lines().say(Lines.CALL);
                return Caller.denial(held.lines().hear());
            } catch (IOException e) {
                close();
            }
        }
        return caller.connect(
                to,
                true,
                (tls, lines) -> {
                    lines.say(Lines.OPEN);
                    var denial = Caller.denial(lines.hear());
                    if (denial.isEmpty()) {
                        open = new Open(tls, lines, clock.instant());
                    } else {
                        Caller.close(tls);
                    }
                    return denial;
                });
    }

    /** Since when it is open; empty if it is not. */
    public synchronized Optional<Instant> openSince() {
        return Optional.ofNullable(open).map(Open::since);
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            Caller.close(open.tls());
            open = null;
        }
    }
}
