package dev.curfew.lab.acting;

import dev.curfew.lab.agent.Credential;
import dev.curfew.lab.agent.ServerLink;
import dev.curfew.lab.entry.EntryStore;
import dev.curfew.lab.node.NodeStore;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.lab.time.LabScheduler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The AI agents of the lab at work: a handful of them call each other and their tools, really, over
 * TLS with SVIDs that the lab's server has issued, several times a second. Off until it is started.
 * Nothing here tells a key or a token. Any thread may call.
 */
public final class LabActivity implements AutoCloseable {
    private final Surroundings around;
    private final CallLog log = new CallLog();
    private final Watch watch;
    private @Nullable Troupe troupe;

    /**
     * In what they act.
     *
     * @param entries of the servers they belong to
     * @param nodes of these servers
     * @param doors of these servers
     * @param clock of the machines they run on, which no fault shifts
     * @param scheduler says when who calls
     * @param work makes the calls, which block
     * @param policy who is asked before a tool is called
     */
    public record Surroundings(
            EntryStore entries,
            NodeStore nodes,
            ServerLink.Doors doors,
            InstantSource clock,
            LabScheduler scheduler,
            Executor work,
            Policy policy) {}

    /**
     * A policy backend that speaks OpenFGA's API.
     *
     * @param address of its door
     * @param store the ID of the store with the grants
     */
    public record Policy(InetSocketAddress address, String store) {}

    /** Nobody acts yet. */
    public LabActivity(Surroundings around) {
        this.around = around;
        this.watch = new Watch(around.clock());
    }

    /**
     * Lets them act. Nothing if they do. They begin with an empty memory.
     *
     * @throws IOException if there is no port to call them at
     */
    public synchronized void start() throws IOException {
        if (troupe == null) {
            troupe = Troupe.assemble(around, log, watch);
        }
    }

    /** Ends it; what was seen stays. Nothing if nobody acts. */
    public synchronized void stop() {
        if (troupe != null) {
            troupe.close();
            troupe = null;
        }
    }

    /** Whether they act. */
    public synchronized boolean isRunning() {
        return troupe != null;
    }

    /** Who calls whom, in the order in which to show it. */
    public List<Lane> lanes() {
        return Cast.lanes();
    }

    /** The newest calls, oldest first. */
    public List<Call> calls() {
        return log.all();
    }

    /** What has happened to those that act, in the order in which it was seen. */
    public List<Moment> moments() {
        return watch.all();
    }

    /** The names of what they hold and of what they held last, oldest first for each of them. */
    public List<Credential> credentials() {
        return running().map(Troupe::credentials).orElse(List.of());
    }

    /** Where those that are called can be called, on the loopback address. */
    public List<Door> doors() {
        return running().map(Troupe::open).orElse(List.of());
    }

    /** A port that one of them serves TLS at, by its SVID. */
    public record Door(SpiffeId id, int port) {}

    /** Which of their connections stay open, and since when. */
    public List<Open> openStreams() {
        return running().map(Troupe::openStreams).orElse(List.of());
    }

    /** A connection that is open. */
    public record Open(Lane lane, Instant since) {}

    /** Closes every connection that stays open. Whoever wants to go on must be let in again. */
    public void closeStreams() {
        running().ifPresent(Troupe::closeStreams);
    }

    /**
     * Tells of each call, on the thread that made it. While nobody listens there are fewer calls.
     *
     * @return ends it
     */
    public Runnable subscribe(Consumer<Call> listener) {
        return log.subscribe(listener);
    }

    private synchronized Optional<Troupe> running() {
        return Optional.ofNullable(troupe);
    }

    @Override
    public void close() {
        stop();
    }
}
