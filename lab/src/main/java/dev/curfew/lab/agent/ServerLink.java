package dev.curfew.lab.agent;

import dev.curfew.lab.agent.AgentRefusal.Why;
import dev.curfew.wire.spire.types.SPIFFEID;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An agent's connection to one of the servers of its trust domain. Whether the server still trusts
 * the node is asked only when a connection is opened; each one ends after three minutes, as at the
 * real server. The agent locks.
 */
public final class ServerLink {
    private static final Duration CONNECTION_AGE = Duration.ofMinutes(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(80);
    private static final double BACK_OFF = 1.5;
    private static final double JITTER = 0.1;

    private final SPIFFEID node;
    private final Doors doors;
    private final InstantSource clock;
    private @Nullable AgentDoor door;
    private Instant since = Instant.MIN;
    private double pauseMillis = SpireAgent.SYNC.toMillis();

    /** The servers there are now, in an order that stays. */
    @FunctionalInterface
    public interface Doors extends Supplier<List<AgentDoor>> {}

    ServerLink(SPIFFEID node, Doors doors, InstantSource clock) {
        this.node = node;
        this.doors = doors;
        this.clock = clock;
    }

    /** The connection, opened anew if it must be. */
    AgentDoor door() {
        var open = door;
        var all = doors.get();
        if (open == null
                || !all.contains(open)
                || !clock.instant().isBefore(since.plus(CONNECTION_AGE))) {
            door = null;
            open = all.get(Math.floorMod(node.getPath().hashCode(), all.size()));
            open.connect(node);
            door = open;
            since = clock.instant();
        }
        return open;
    }

    void answered() {
        pauseMillis = SpireAgent.SYNC.toMillis();
    }

    void failed(Why why) {
        if (why == Why.NO_ANSWER || why == Why.LOCKED_OUT) {
            door = null;
            pauseMillis = Math.min(pauseMillis * BACK_OFF, LONGEST_PAUSE.toMillis());
        }
    }

    /** Until the next try; longer after each one that failed. */
    Duration pause(Random random) {
        var part = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return Duration.ofMillis(Math.round(pauseMillis * part));
    }
}
