package dev.curfew.peers.experiment;

import dev.curfew.peers.Binaries;
import dev.curfew.peers.RealAgent;
import dev.curfew.peers.RealSpire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server, a few agents that stay, and our client. Any thread. */
final class Site implements AutoCloseable {
    private static final int AGENTS = 2;

    /**
     * How a server is set.
     *
     * @param defaults SPIRE's own intervals instead of these
     * @param staleness how long it trusts what it knows of a node
     */
    record Kind(
            String name,
            boolean defaults,
            Duration cacheReload,
            Duration agentSync,
            Duration staleness,
            int shortestTtl,
            int longestTtl) {
        static final Kind FAST =
                new Kind(
                        "fast",
                        false,
                        Duration.ofMillis(200),
                        Duration.ofMillis(200),
                        Duration.ZERO,
                        4,
                        10);
        static final Kind MIXED =
                new Kind(
                        "mixed",
                        false,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        4,
                        16);
        static final Kind DEFAULTS =
                new Kind("defaults", true, Duration.ZERO, Duration.ZERO, Duration.ZERO, 8, 24);
    }

    private final Kind kind;
    private final RealSpire spire;
    private final Operator operator;
    private final List<Workload> standing = new ArrayList<>();
    private final int uid;

    private Site(Kind kind, RealSpire spire) {
        this.kind = kind;
        this.spire = spire;
        this.uid = uid(spire.folder("own"));
        this.operator = new Operator(spire.localProfile(kind.name()));
        for (int i = 0; i < AGENTS; i++) {
            standing.add(open(spire.startAgent("stays-" + i)));
        }
    }

    static Site start(Binaries binaries, Kind kind) {
        RealSpire.Builder builder = RealSpire.builder(binaries).nodeStaleness(kind.staleness());
        if (kind.defaults()) {
            builder.defaultIntervals();
        } else {
            builder.intervals(kind.cacheReload(), kind.agentSync());
        }
        return new Site(kind, builder.start());
    }

    private Workload open(RealAgent agent) {
        Workload workload = new Workload(agent, uid);
        // One that stays, so that the agent always has something to give.
        operator.create(List.of(workload.draft("/stays" + agent.nodeId().getPath(), 3600, 3600)));
        workload.start();
        return workload;
    }

    Kind kind() {
        return kind;
    }

    Operator operator() {
        return operator;
    }

    /** One of the agents that stay. */
    Workload standing(int number) {
        return standing.get(number % standing.size());
    }

    /** An agent of its own; the caller closes it. */
    synchronized Workload own(Trial trial) {
        String name = "own-" + trial.number();
        RealAgent agent =
                trial.deed() == Deed.EVICT_TOKEN
                        ? spire.startAgent(name, token())
                        : spire.startAgent(name);
        Workload workload = new Workload(agent, uid);
        workload.start();
        return workload;
    }

    private String token() {
        return spire.cli("token", "generate").text().strip().split("\\s+")[1];
    }

    private static int uid(Path ours) {
        try {
            return (Integer) Files.getAttribute(ours, "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        standing.forEach(Workload::close);
        operator.close();
        spire.close();
    }
}
