package dev.curfew.app.wiring;

import dev.curfew.connect.Arming;
import dev.curfew.connect.Secrets;
import dev.curfew.containment.Planner;
import dev.curfew.containment.ReversalWatch;
import dev.curfew.containment.Runner;
import dev.curfew.containment.Undo;
import dev.curfew.containment.book.ContainmentBook;
import dev.curfew.containment.book.DryRun;
import dev.curfew.containment.book.EndpointLooks;
import dev.curfew.containment.book.LookKeeper;
import dev.curfew.containment.plan.ContainmentIds;
import dev.curfew.containment.plan.ContainmentPlanner;
import dev.curfew.containment.plan.RestorePlanner;
import dev.curfew.containment.run.Afterwards;
import dev.curfew.containment.run.ContainmentHistory;
import dev.curfew.containment.run.ContainmentRunner;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.LiveConnector;
import dev.curfew.evidence.Sealing;
import dev.curfew.evidence.pack.EvidencePacks;
import dev.curfew.localstore.LocalStore;
import dev.curfew.policy.PolicyBackends;
import dev.curfew.probe.Probe;
import dev.curfew.probe.TlsProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything below the window and the commands. The store is opened when it is first asked for:
 * most commands need none. Made and closed by one thread; the parts say themselves who may call.
 */
public final class CoreGraph implements AutoCloseable {
    /**
     * From what it is made.
     *
     * @param deadline of each call to a server
     * @param lab closed with the graph
     */
    public record Setup(
            InstantSource clock, Path storeFile, Duration deadline, Secrets secrets, LabHost lab) {}

    /** Containments look again after 15 s. */
    private static final Duration LONGEST_PROBE = Duration.ofSeconds(5);

    private final Closer closer = new Closer();
    private final Setup setup;
    private final EstateService estates;
    private final Arming arming;
    private final Planner planner;
    private final ContainmentIds containmentIds = new ContainmentIds();
    private LocalStore.@Nullable Opened opened;
    private @Nullable ContainmentBook book;

    public CoreGraph(Setup setup) {
        this.setup = setup;
        closer.own(setup.lab());
        estates =
                closer.own(
                        new EstateService(
                                new LiveConnector(setup.secrets(), setup.deadline()),
                                profile ->
                                        PolicyBackends.open(
                                                profile,
                                                setup.secrets(),
                                                setup.clock().withZone(ZoneOffset.UTC),
                                                setup.deadline()),
                                setup.clock()));
        arming = new Arming(setup.clock());
        planner = new Planner(setup.clock());
    }

    public InstantSource clock() {
        return setup.clock();
    }

    public EstateService estates() {
        return estates;
    }

    public Arming arming() {
        return arming;
    }

    public Planner planner() {
        return planner;
    }

    public Secrets secrets() {
        return setup.secrets();
    }

    public LabHost lab() {
        return setup.lab();
    }

    /** The store and what is to be said about it. Blocks at the first call. */
    public synchronized LocalStore.Opened openedStore() {
        LocalStore.Opened known = opened;
        if (known == null) {
            known = LocalStore.open(setup.storeFile(), setup.clock());
            closer.own(known.store());
            opened = known;
        }
        return known;
    }

    public LocalStore store() {
        return openedStore().store();
    }

    public Runner runner() {
        return new Runner(estates, store().journal(), store().snapshots(), arming, setup.clock());
    }

    public ContainmentPlanner containmentPlanner() {
        return new ContainmentPlanner(setup.clock(), containmentIds, planner);
    }

    public RestorePlanner restorePlanner() {
        return new RestorePlanner(setup.clock(), containmentIds, planner, undo());
    }

    public ContainmentRunner containmentRunner(ContainmentRunner.Pace pace) {
        return new ContainmentRunner(
                estates,
                planner,
                runner(),
                store().journal(),
                arming,
                setup.clock(),
                pace,
                probe());
    }

    /** Looks what endpoints of workloads present. */
    public Probe probe() {
        return new TlsProbe(
                setup.deadline().compareTo(LONGEST_PROBE) < 0 ? setup.deadline() : LONGEST_PROBE,
                setup.clock());
    }

    public ContainmentHistory containmentHistory() {
        return new ContainmentHistory(store().journal());
    }

    /** Makes evidence packs of what the store has. */
    public EvidencePacks evidence() {
        LocalStore store = store();
        return new EvidencePacks(
                store.journal(),
                store.snapshots(),
                store.checkpoints(),
                setup.clock(),
                BuildVersion.text());
    }

    public Sealing sealing() {
        return new Sealing(store().journal(), store().checkpoints(), setup.clock());
    }

    /** Every containment, with looks at the servers when what one left is over. Does not block. */
    public synchronized ContainmentBook containments() {
        ContainmentBook known = book;
        if (known == null) {
            Afterwards afterwards = afterwards();
            known =
                    closer.own(
                            new ContainmentBook(
                                    containmentRunner(ContainmentRunner.Pace.USUAL),
                                    containmentHistory(),
                                    afterwards,
                                    store().journal()));
            closer.own(new LookKeeper(known, afterwards, estates, setup.clock())).begin();
            book = known;
        }
        return known;
    }

    /** Looks at endpoints alone, for whoever only waits for the end of what is open. */
    public EndpointLooks endpointLooks() {
        return new EndpointLooks(afterwards());
    }

    private Afterwards afterwards() {
        return new Afterwards(estates, store().journal(), setup.clock(), probe());
    }

    public DryRun dryRun() {
        return new DryRun(estates, arming, setup.clock());
    }

    public Undo undo() {
        return new Undo(store().journal(), store().snapshots());
    }

    public ReversalWatch reversalWatch(List<Duration> pauses) {
        return new ReversalWatch(estates, store().journal(), pauses);
    }

    @Override
    public void close() {
        closer.close();
    }
}
