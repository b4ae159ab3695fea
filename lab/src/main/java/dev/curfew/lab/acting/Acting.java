package dev.curfew.lab.acting;

import dev.curfew.lab.agent.Workload;
import dev.curfew.lab.call.CallDoor;
import dev.curfew.lab.call.Caller;
import dev.curfew.lab.call.Denial;
import dev.curfew.lab.call.OpenStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/** One lane: it calls again and again, at about its pace, one call at a time. */
final class Acting implements AutoCloseable {
    private static final double JITTER = 0.25;

    /** While nobody listens only every fourth call is made: each is a whole handshake. */
    private static final int UNHEARD = 4;

    private final Lane lane;
    private final LabActivity.Surroundings around;
    private final Looks looks;
    private final Random random;
    private final Caller caller;
    private final CallDoor to;
    private final OpenStream stream;
    private final AtomicBoolean busy = new AtomicBoolean();
    private int turn;
    private volatile boolean ended;

    /**
     * What it looks at, shared by all.
     *
     * @param log of the calls
     * @param entitlements to their identities
     * @param permission to call tools
     */
    record Looks(CallLog log, Entitlements entitlements, Permission permission) {}

    Acting(
            Lane lane,
            Workload from,
            CallDoor to,
            LabActivity.Surroundings around,
            Looks looks,
            Random random) {
        this.lane = lane;
        this.around = around;
        this.looks = looks;
        this.random = random;
        this.caller = new Caller(from, around.clock());
        this.to = to;
        this.stream = new OpenStream(caller, to, around.clock());
    }

    void begin() {
        // Not all at once.
        later(random.nextDouble());
    }

    private void later(double paces) {
        var delay = Duration.ofMillis(Math.round(lane.pace().toMillis() * paces));
        around.scheduler().after(delay, this::next);
    }

    private void next() {
        if (ended) {
            return;
        }
        var inTurn = looks.log().isHeard() || turn++ % UNHEARD == 0;
        if (inTurn && busy.compareAndSet(false, true)) {
            around.work().execute(this::callOnce);
        }
        later(1 - JITTER + 2 * JITTER * random.nextDouble());
    }

    private void callOnce() {
        try {
            var at = around.clock().instant();
            var entitlements = looks.entitlements();
            var rightful = entitlements.has(lane.from()) && entitlements.has(lane.to());
            var denial = looks.permission().refusal(lane, at).or(this::call);
            if (!ended) {
                looks.log().add(at, lane, denial, rightful);
            }
        } finally {
            busy.set(false);
        }
    }

    private Optional<Denial> call() {
        return switch (lane.kind()) {
            case MTLS -> caller.call(to);
            case JWT -> caller.callWithToken(to);
            case STREAM -> stream.call();
        };
    }

    Optional<LabActivity.Open> open() {
        return stream.openSince().map(since -> new LabActivity.Open(lane, since));
    }

    void closeStream() {
        stream.close();
    }

    @Override
    public void close() {
        ended = true;
        stream.close();
    }
}
