package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.value;

import dev.curfew.connect.Arming;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Secrets;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.Planner;
import dev.curfew.containment.Runner;
import dev.curfew.containment.Strength;
import dev.curfew.containment.Undo;
import dev.curfew.containment.book.ContainmentBook;
import dev.curfew.containment.book.DryRun;
import dev.curfew.containment.book.LookKeeper;
import dev.curfew.containment.plan.ContainmentIds;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentPlanner;
import dev.curfew.containment.plan.ContainmentRequest;
import dev.curfew.containment.plan.ContainmentRequest.Options;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.plan.RestorePlanner;
import dev.curfew.containment.run.Afterwards;
import dev.curfew.containment.run.Backoff;
import dev.curfew.containment.run.ContainmentHistory;
import dev.curfew.containment.run.ContainmentRunner;
import dev.curfew.containment.run.ContainmentRunner.Pace;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.RunControl;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.LiveConnector;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.PolicyBackends;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.probe.DeclaredEndpoint;
import dev.curfew.probe.Probe;
import dev.curfew.probe.TlsProbe;
import dev.curfew.spire.SpireServer;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry.Phase;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Curfew in an incident, without its window: several connections, containments, one journal. */
final class Responder implements AutoCloseable {
    /**
     * No real waiting: what a test wants to happen in between, it does when it hears of a state.
     */
    static final Pace QUICK =
            new Pace(
                    new Backoff(Duration.ofMillis(20), Duration.ofMillis(50), 3),
                    List.of(Duration.ZERO, Duration.ofMillis(50)),
                    Duration.ofSeconds(60));

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Probe PROBE = new TlsProbe(Duration.ofSeconds(5), CLOCK);

    private final LocalStore store;
    private final Arming arming = new Arming(CLOCK);
    private final Planner changes = new Planner(CLOCK);
    private final EstateService estates;
    private final AuditJournal journal;
    private final ContainmentRunner runner;

    Responder() {
        this(PolicyPeer.SECRETS);
    }

    /**
     * @param ofBackends what policy backends are given
     */
    Responder(Secrets ofBackends) {
        this(LocalStore.inMemory(CLOCK), QUICK, journal -> journal, ofBackends);
    }

    /**
     * @param journal may stand between, to fail as a process that is killed would
     */
    Responder(LocalStore store, Pace pace, UnaryOperator<AuditJournal> journal) {
        this(store, pace, journal, PolicyPeer.SECRETS);
    }

    private Responder(
            LocalStore store, Pace pace, UnaryOperator<AuditJournal> journal, Secrets ofBackends) {
        this.store = store;
        this.journal = journal.apply(store.journal());
        estates =
                new EstateService(
                        new LiveConnector(Outcomes.NO_SECRETS, Duration.ofSeconds(5)),
                        profile -> PolicyBackends.open(profile, ofBackends, Clock.systemUTC()),
                        CLOCK);
        runner =
                new ContainmentRunner(
                        estates,
                        changes,
                        new Runner(estates, this.journal, store.snapshots(), arming, CLOCK),
                        this.journal,
                        arming,
                        CLOCK,
                        pace,
                        PROBE);
    }

    void connect(ConnectionProfile profile) {
        estates.connectNow(profile);
        arming.arm(profile.name(), Arming.DEFAULT);
    }

    BackendEstate connect(PolicyProfile profile) {
        BackendEstate found = estates.connectNow(profile);
        arming.arm(profile.name(), Arming.DEFAULT);
        return found;
    }

    void disarm(String connection) {
        arming.disarm(connection);
    }

    void refresh(String connection) {
        estates.refreshNow(connection);
    }

    SpireServer server(String connection) {
        return value(estates.client(connection));
    }

    LocalStore store() {
        return store;
    }

    EstateService estates() {
        return estates;
    }

    AuditJournal journal() {
        return journal;
    }

    List<RegistrationEntry> entries(String connection, String path) {
        return estates
                .estate()
                .server(connection)
                .orElseThrow()
                .entries()
                .value()
                .entries()
                .stream()
                .filter(entry -> entry.spiffeId().getPath().equals(path))
                .toList();
    }

    static ContainmentTarget identity(String id) {
        return new ContainmentTarget.Identities(List.of(SpiffeId.parse(id)));
    }

    Outcome<ContainmentPlan> plan(ContainmentTarget target, Strength strength, Options options) {
        return new ContainmentPlanner(CLOCK, new ContainmentIds(), changes)
                .plan(new ContainmentRequest(target, strength, options, names()), estates.estate());
    }

    ContainmentPlan plan(ContainmentTarget target, Strength strength) {
        return value(plan(target, strength, Options.USUAL));
    }

    /** With endpoints at which its targets are called. */
    ContainmentPlan plan(
            ContainmentTarget target, Strength strength, List<DeclaredEndpoint> endpoints) {
        return value(
                new ContainmentPlanner(CLOCK, new ContainmentIds(), changes)
                        .plan(
                                new ContainmentRequest(
                                        target, strength, Options.USUAL, names(), endpoints),
                                estates.estate()));
    }

    private List<String> names() {
        return Stream.concat(
                        estates.estate().servers().stream().map(ServerEstate::name),
                        estates.estate().backends().stream().map(BackendEstate::name))
                .toList();
    }

    static Confirmation confirmed(ContainmentPlan plan) {
        return new Confirmation("tester", "a test", "INC-1", plan.approval().text());
    }

    ContainmentState run(ContainmentPlan plan) {
        return run(plan, new RunControl(), state -> {});
    }

    ContainmentState run(
            ContainmentPlan plan, RunControl control, Consumer<ContainmentState> listener) {
        return value(runner.run(plan, confirmed(plan), control, listener));
    }

    Outcome<ContainmentState> tryToRun(ContainmentPlan plan, Confirmation confirmation) {
        return runner.run(plan, confirmation, new RunControl(), state -> {});
    }

    ContainmentState history(String id) {
        return value(new ContainmentHistory(journal).find(id));
    }

    ContainmentState resume(String id, RunControl control) {
        return value(runner.resume(history(id), control, state -> {}));
    }

    ContainmentState resume(String id) {
        return value(runner.resume(history(id), new RunControl(), state -> {}));
    }

    /** Everything that was contained through this responder's journal. */
    ContainmentBook book() {
        return new ContainmentBook(
                runner, new ContainmentHistory(journal), afterwards(CLOCK), journal);
    }

    /** Looks for a book, at a time of the test's own. */
    LookKeeper keeper(ContainmentBook book, InstantSource clock) {
        return new LookKeeper(book, afterwards(clock), estates, clock);
    }

    /** One more look, now. */
    Proof look(ContainmentState state, PlannedStep step, String connection) {
        return afterwards(CLOCK).look(state, step, connection).orElseThrow();
    }

    private Afterwards afterwards(InstantSource clock) {
        return new Afterwards(estates, journal, clock, new TlsProbe(Duration.ofSeconds(5), clock));
    }

    DryRun.Result dryRun(ContainmentPlan plan) {
        return new DryRun(estates, arming, CLOCK).of(plan);
    }

    ContainmentPlan restorePlan(ContainmentState done) {
        return value(
                new RestorePlanner(
                                CLOCK,
                                new ContainmentIds(),
                                changes,
                                new Undo(journal, store.snapshots()))
                        .plan(done.plan(), estates.estate()));
    }

    List<Phase> phases(String operationId) {
        return journal.ofOperation(operationId).stream().map(r -> r.entry().phase()).toList();
    }

    Optional<RegistrationEntry> onServer(String connection, String entryId) {
        return server(connection).entries().get(entryId)
                        instanceof Outcome.Ok<RegistrationEntry>(var entry)
                ? Optional.of(entry)
                : Optional.empty();
    }

    @Override
    public void close() {
        estates.close();
        store.close();
    }
}
