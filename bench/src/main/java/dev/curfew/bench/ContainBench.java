package dev.curfew.bench;

import dev.curfew.connect.Arming;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.Planner;
import dev.curfew.containment.Runner;
import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentIds;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentPlanner;
import dev.curfew.containment.plan.ContainmentRequest;
import dev.curfew.containment.run.Backoff;
import dev.curfew.containment.run.ContainmentRunner;
import dev.curfew.containment.run.ContainmentRunner.Pace;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.RunControl;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.estate.EstateService;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.Selector;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Outcome;
import dev.curfew.peers.Binaries;
import dev.curfew.peers.RealAgent;
import dev.curfew.peers.RealSpire;
import dev.curfew.probe.TlsProbe;
import dev.curfew.spire.ItemResult;
import dev.curfew.spire.SpireServer;
import io.spiffe.spiffeid.SpiffeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a containment costs beyond the bare calls: planned, journaled on disk, sent and read back.
 * One agent of three entries and a node, against the calls alone; and 1,000 entries on two servers,
 * against the command line's own batch delete, which only sends.
 */
final class ContainBench implements AutoCloseable {
    private static final int ROUNDS = 3;
    private static final int WARMING = 10;
    private static final int MEASURED = 7;
    private static final int MANY = 1000;
    private static final InstantSource CLOCK = InstantSource.system();

    private final Binaries binaries;
    private final EstateService estates = Bench.estates();
    private final Arming arming = new Arming(CLOCK);
    private final Path folder;
    private final LocalStore store;

    ContainBench(Binaries binaries) throws IOException {
        this.binaries = binaries;
        folder = Files.createTempDirectory("curfew-bench");
        store = LocalStore.open(folder.resolve("contain.db"), CLOCK).store();
    }

    List<Figure> run() throws IOException, InterruptedException {
        try (RealSpire one = RealSpire.builder(binaries).start();
                RealSpire two = RealSpire.builder(binaries).trustDomain("other.test").start()) {
            List<Figure> figures = new ArrayList<>(oneAgent(one));
            figures.add(many(one, two));
            return figures;
        }
    }

    /**
     * Each round has a node of its own: a banned one does not come back. The very first, of a
     * console that was just started, stands beside the median of a warm one.
     */
    private List<Figure> oneAgent(RealSpire spire) {
        ConnectionProfile profile = spire.localProfile("one");
        int rounds = WARMING + MEASURED;
        double[] ours = new double[rounds];
        double[] bare = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            String suspect = "suspect-" + round;
            String other = "other-" + round;
            RealAgent node = spire.startAgent("ours-" + round);
            RealAgent otherNode = spire.startAgent("bare-" + round);
            estates.connectNow(profile);
            arming.arm("one", Arming.DEFAULT);
            SpireServer server = server("one");
            create(server, drafts(spire, suspect, node.nodeId(), 3));
            List<String> ids = create(server, drafts(spire, other, otherNode.nodeId(), 3));
            estates.refreshNow("one");
            // In turns: who comes second finds the agents of this round at rest.
            if (round % 2 == 0) {
                ours[round] = contain(spire, suspect, true, List.of("one"));
                bare[round] = bare(server, ids, otherNode.nodeId());
            } else {
                bare[round] = bare(server, ids, otherNode.nodeId());
                ours[round] = contain(spire, suspect, true, List.of("one"));
            }
        }
        return List.of(
                new Figure(
                        "one agent contained, the first after the start",
                        "ms",
                        ours[0] * 1000,
                        bare[0],
                        Double.POSITIVE_INFINITY),
                new Figure(
                        "one agent (3 entries, 1 node) contained and read back",
                        "ms",
                        Median.of(Arrays.copyOfRange(ours, WARMING, rounds)) * 1000,
                        Median.of(Arrays.copyOfRange(bare, WARMING, rounds)),
                        3));
    }

    /** Milliseconds of the calls alone. */
    private static double bare(SpireServer server, List<String> ids, SpiffeId node) {
        long start = System.nanoTime();
        server.entries().delete(ids);
        server.nodes().ban(node);
        ids.forEach(id -> server.entries().get(id));
        server.nodes().get(node);
        return (System.nanoTime() - start) / 1e6;
    }

    private Figure many(RealSpire one, RealSpire two) throws IOException, InterruptedException {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        List<RealSpire> servers = List.of(one, two);
        List<String> names = List.of("one", "two");
        for (int round = 0; round < ROUNDS; round++) {
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < servers.size(); i++) {
                RealSpire spire = servers.get(i);
                estates.connectNow(spire.localProfile(names.get(i)));
                arming.arm(names.get(i), Arming.DEFAULT);
                SpiffeId parent =
                        SpiffeId.parse("spiffe://" + spire.trustDomain().getName() + "/nodes/all");
                create(server(names.get(i)), drafts(spire, "crowd-" + round, parent, MANY));
                List<String> ids =
                        create(server(names.get(i)), drafts(spire, "cli-" + round, parent, MANY));
                files.add(
                        Files.writeString(
                                folder.resolve("delete-" + round + "-" + i + ".json"),
                                ids.stream()
                                        .map(id -> '"' + id + '"')
                                        .collect(Collectors.joining(",", "{\"ids\":[", "]}"))));
                estates.refreshNow(names.get(i));
            }
            for (int i = 0; i < servers.size(); i++) {
                theirs[round] += new SpireCli(binaries, servers.get(i)).delete(files.get(i));
            }
            ours[round] = contain(one, "crowd-" + round, false, names);
        }
        return new Figure(
                "1,000 entries on each of two servers contained, read back",
                "s",
                Median.of(ours),
                Median.of(theirs),
                1.5);
    }

    /** Seconds. */
    private double contain(RealSpire spire, String name, boolean ban, List<String> connections) {
        ContainmentTarget target =
                ban
                        ? new ContainmentTarget.Identities(
                                List.of(
                                        SpiffeId.parse(
                                                "spiffe://"
                                                        + spire.trustDomain().getName()
                                                        + "/agent/"
                                                        + name)))
                        : new ContainmentTarget.Matching("id:*/agent/" + name + "/*");
        Planner changes = new Planner(CLOCK);
        ContainmentRunner runner =
                new ContainmentRunner(
                        estates,
                        changes,
                        new Runner(estates, store.journal(), store.snapshots(), arming, CLOCK),
                        store.journal(),
                        arming,
                        CLOCK,
                        new Pace(Backoff.USUAL, List.of(), Duration.ofMinutes(1)),
                        new TlsProbe(Duration.ofSeconds(5), CLOCK));
        long start = System.nanoTime();
        ContainmentPlan plan =
                value(
                        new ContainmentPlanner(CLOCK, new ContainmentIds(), changes)
                                .plan(
                                        new ContainmentRequest(
                                                target,
                                                Strength.CONTAIN,
                                                ContainmentRequest.Options.USUAL.withBan(ban),
                                                connections),
                                        estates.estate()));
        ContainmentState done =
                value(
                        runner.run(
                                plan,
                                new Confirmation("bench", "", "", plan.approval().text()),
                                new RunControl(),
                                state -> {}));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!done.succeeded()) {
            throw new IllegalStateException(done.steps().toString());
        }
        return seconds;
    }

    /** Three give one identity, more of them one each. */
    private static List<EntryDraft> drafts(
            RealSpire spire, String name, SpiffeId parent, int count) {
        String base = "spiffe://" + spire.trustDomain().getName() + "/agent/" + name;
        return IntStream.range(0, count)
                .mapToObj(n ->
                        EntryDraft.plain(
                                SpiffeId.parse(count > 3 ? base + "/" + n : base),
                                parent,
                                List.of(new Selector("unix", "uid:" + (5000 + n))),
                                300,
                                60))
                .toList();
    }

    private static List<String> create(SpireServer server, List<EntryDraft> drafts) {
        return server.entries().create(drafts).stream()
                .map(ItemResult::outcome)
                .map(ContainBench::value)
                .map(entry -> entry.id())
                .toList();
    }

    private SpireServer server(String connection) {
        return value(estates.client(connection));
    }

    private static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(var value) -> value;
            case Outcome.Failed<T>(var failure) ->
                    throw new IllegalStateException(failure.toString());
        };
    }

    @Override
    public void close() {
        estates.close();
        store.close();
    }
}
