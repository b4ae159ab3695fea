package dev.curfew.lab.agent;

import dev.curfew.lab.agent.AgentRefusal.Why;
import dev.curfew.lab.authority.JwtSvid;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.lab.time.LabScheduler;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.SPIFFEID;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The SPIRE agent of one node: it synchronises with its server every five seconds or so, signs
 * again at half-life, forgets what is gone, and ends when the node is banned. Any thread may call.
 */
public final class SpireAgent {
    /** Between two synchronisations, give or take a tenth. */
    public static final Duration SYNC = Duration.ofSeconds(5);

    private final SPIFFEID node;
    private final ServerLink link;
    private final InstantSource clock;
    private final LabScheduler scheduler;
    private final Random random;
    private final SvidCache cache;
    private final Rotation rotation;
    private final List<Workload> workloads = new ArrayList<>();
    private final Map<Workload, Instant> lost = new HashMap<>();
    private LabScheduler.@Nullable Task next;
    private Trust trust = Trust.NONE;
    private boolean running;

    /** The agent of a node that has attested. */
    public SpireAgent(
            SPIFFEID node,
            ServerLink.Doors doors,
            InstantSource clock,
            LabScheduler scheduler,
            Random random) {
        this.node = node;
        this.link = new ServerLink(node, doors, clock);
        this.clock = clock;
        this.scheduler = scheduler;
        this.random = random;
        this.cache = new SvidCache(node);
        this.rotation = new Rotation(node, cache, this::later, random);
    }

    /** The node it runs on. */
    public SPIFFEID node() {
        return node;
    }

    /** A process on this node that is to have an identity. */
    public synchronized Workload attach(SpiffeId id) {
        var workload = new Workload(id, this, clock);
        workloads.add(workload);
        return workload;
    }

    /** Starts it; what its workloads are entitled to is there when this returns. */
    public synchronized void start() {
        running = true;
        sync();
    }

    /** Ends it. Its workloads keep what they have. */
    public synchronized void stop() {
        running = false;
        if (next != null) {
            next.cancel();
        }
    }

    /** Whether it still runs; it ends by itself when its node is banned. */
    public synchronized boolean isRunning() {
        return running;
    }

    private synchronized void sync() {
        if (!running) {
            return;
        }
        try {
            var door = link.door();
            var synced = door.sync(node);
            link.answered();
            cache.take(synced.entries());
            trust = Trust.of(synced.bundle());
            rotation.look(synced.bundle(), door);
            cache.sign(this::hasWorkload, door, clock.instant());
            door.renewWhenDue(node);
            deliver();
        } catch (AgentRefusal refusal) {
            if (refusal.why() == Why.BANNED) {
                end();
                return;
            }
            link.failed(refusal.why());
        }
        next = scheduler.after(link.pause(random), this::sync);
    }

    /** Does more of a synchronisation's work, unless the agent has ended or is refused. */
    private void later(Duration delay, Runnable work) {
        scheduler.after(
                delay,
                () -> {
                    synchronized (this) {
                        if (running) {
                            try {
                                work.run();
                                deliver();
                            } catch (AgentRefusal refusal) {
                                link.failed(refusal.why());
                            }
                        }
                    }
                });
    }

    /** A banned agent's process ends, and with it the Workload API. */
    private void end() {
        stop();
        workloads.forEach(workload -> lost.putIfAbsent(workload, clock.instant()));
    }

    private synchronized void deliver() {
        for (var workload : workloads) {
            var entry = entryOf(workload);
            entry.flatMap(cache::svid).ifPresent(svid -> workload.receive(svid, trust));
            if (entry.isPresent()) {
                lost.remove(workload);
            } else if (workload.svid().isPresent()) {
                lost.putIfAbsent(workload, clock.instant());
            }
        }
    }

    private Optional<Entry> entryOf(Workload workload) {
        return cache.entries().stream().filter(workload::matches).findFirst();
    }

    private boolean hasWorkload(Entry entry) {
        return workloads.stream().anyMatch(workload -> workload.matches(entry));
    }

    synchronized Optional<Instant> lostAt(Workload workload) {
        return Optional.ofNullable(lost.get(workload));
    }

    /** A token, from its cache or newly signed; empty where the Workload API would refuse. */
    synchronized Optional<JwtSvid> token(Workload workload, String audience) {
        if (!running) {
            return Optional.empty();
        }
        try {
            var door = link.door();
            return entryOf(workload)
                    .map(entry -> cache.token(entry, audience, door, clock.instant()));
        } catch (AgentRefusal refusal) {
            return Optional.empty();
        }
    }
}
