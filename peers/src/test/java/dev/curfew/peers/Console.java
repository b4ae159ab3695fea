package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.value;

import dev.curfew.connect.Arming;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.ItemReport;
import dev.curfew.containment.Planner;
import dev.curfew.containment.Runner;
import dev.curfew.containment.Undo;
import dev.curfew.estate.Connected;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.LiveConnector;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.localstore.LocalStore;
import dev.curfew.spire.SpireServer;
import dev.curfew.store.JournalEntry.Phase;
import io.spiffe.spiffeid.SpiffeId;
import java.time.InstantSource;
import java.util.List;

/** Curfew without its window: the services as the application wires them, over one connection. */
final class Console implements AutoCloseable {
    static final String NAME = "the server";
    private static final InstantSource CLOCK = InstantSource.system();

    private final LocalStore store = LocalStore.inMemory(CLOCK);
    private final Arming arming = new Arming(CLOCK);
    private final Planner planner = new Planner(CLOCK);
    private final EstateService estates;
    private final Runner runner;

    Console(Connected.Connector connector) {
        estates = new EstateService(connector, CLOCK);
        runner = new Runner(estates, store.journal(), store.snapshots(), arming, CLOCK);
        arming.arm(NAME, Arming.DEFAULT);
    }

    static Console live() {
        return new Console(new LiveConnector(Outcomes.NO_SECRETS));
    }

    /** Connects and reads everything. */
    ServerEstate connect(ConnectionProfile profile) {
        return estates.connectNow(profile);
    }

    EstateService estates() {
        return estates;
    }

    LocalStore store() {
        return store;
    }

    ServerEstate estate() {
        return estates.estate().server(NAME).orElseThrow();
    }

    SpireServer server() {
        return value(estates.client(NAME));
    }

    ChangePlan plan(Change change) {
        return planner.plan(change, estate());
    }

    ChangeReport run(Change change) {
        return run(plan(change), items -> {});
    }

    ChangeReport run(ChangePlan plan, Runner.Progress progress) {
        return runner.run(
                plan,
                new Confirmation("tester", "a test", "INC-1", plan.typed().orElse("")),
                progress);
    }

    ChangeReport undo(ChangeReport done) {
        return run(
                value(
                        new Undo(store.journal(), store.snapshots())
                                .of(done.plan().operationId(), estates.estate())));
    }

    void disarm() {
        arming.disarm(NAME);
    }

    /** What the journal says of an action, in order. */
    List<Phase> journal(ChangeReport done) {
        return store.journal().ofOperation(done.plan().operationId()).stream()
                .map(record -> record.entry().phase())
                .toList();
    }

    static List<ItemReport.State> states(ChangeReport report) {
        return report.items().stream().map(ItemReport::state).toList();
    }

    RegistrationEntry entry(String path) {
        return estate().entries().value().entries().stream()
                .filter(entry -> entry.spiffeId().getPath().equals(path))
                .findFirst()
                .orElseThrow();
    }

    Node node(SpiffeId id) {
        return estate().nodes().value().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        estates.close();
        store.close();
    }
}
