package dev.curfew.containment.run;

import dev.curfew.connect.Arming;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.Planner;
import dev.curfew.containment.Runner;
import dev.curfew.containment.plan.Approval;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.estate.EstateService;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.probe.Probe;
import dev.curfew.store.AuditJournal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs containments: lanes side by side, the steps of a lane one after the other, every step
 * journaled before and after, what was done read back on every server at once and again later. One
 * server that does not answer holds up no other. A containment runs once under its id; one that was
 * cut off can be gone on with. Any thread; blocks until the last look is over.
 */
public final class ContainmentRunner {
    /** A controller reconciles every 10 s: after these it has had its time. */
    public static final List<Duration> LOOKS =
            List.of(Duration.ZERO, Duration.ofSeconds(15), Duration.ofSeconds(30));

    /**
     * How patient a run is.
     *
     * @param looks when the servers are looked at after the last step, from then on, ascending
     * @param gatePatience how long a closed gate is waited at before its step ends as failed; it
     *     can be gone on with
     */
    public record Pace(Backoff backoff, List<Duration> looks, Duration gatePatience) {
        public static final Pace USUAL = new Pace(Backoff.USUAL, LOOKS, Duration.ofMinutes(15));

        public Pace {
            looks = List.copyOf(looks);
        }
    }

    private final EstateService estates;
    private final Planner planner;
    private final Runner runner;
    private final AuditJournal journal;
    private final Arming arming;
    private final InstantSource clock;
    private final Pace pace;
    private final Probe probe;

    public ContainmentRunner(
            EstateService estates,
            Planner planner,
            Runner runner,
            AuditJournal journal,
            Arming arming,
            InstantSource clock,
            Pace pace,
            Probe probe) {
        this.estates = estates;
        this.planner = planner;
        this.runner = runner;
        this.journal = journal;
        this.arming = arming;
        this.clock = clock;
        this.pace = pace;
        this.probe = probe;
    }

    /**
     * Runs a plan from its beginning.
     *
     * @param listener hears of each change, from the threads of the lanes, one at a time
     * @return how it ended; a failure where nothing was begun: READ_ONLY, NOT_CONFIRMED, or why the
     *     plan can not be run
     */
    public Outcome<ContainmentState> run(
            ContainmentPlan plan,
            Confirmation confirmation,
            RunControl control,
            Consumer<ContainmentState> listener) {
        ContainmentLog log = new ContainmentLog(journal, plan, confirmation);
        Optional<Failure> refused = refusal(plan, confirmation);
        if (refused.isPresent()) {
            log.refused(refused.get());
            return Outcome.failed(refused.get());
        }
        log.planned();
        ContainmentState begun = ContainmentState.begun(plan, confirmation, clock.instant());
        return Outcome.ok(start(begun, log, control, listener));
    }

    /**
     * Goes on with one that was cut off: what is as wanted by now is left alone, the rest is done.
     *
     * @param known as the journal tells it
     */
    public Outcome<ContainmentState> resume(
            ContainmentState known, RunControl control, Consumer<ContainmentState> listener) {
        ContainmentLog log = new ContainmentLog(journal, known.plan(), known.confirmation());
        Optional<Failure> readOnly = readOnly(known.plan());
        if (readOnly.isPresent()) {
            return Outcome.failed(readOnly.get());
        }
        log.resumed();
        return Outcome.ok(start(known, log, control, listener));
    }

    private ContainmentState start(
            ContainmentState from,
            ContainmentLog log,
            RunControl control,
            Consumer<ContainmentState> listener) {
        for (String connection : from.plan().connections()) {
            log.clock(
                    connection,
                    estates.estate().server(connection).flatMap(server -> server.skew()));
        }
        ChangeSteps changes = new ChangeSteps(estates, planner, runner, clock, pace.backoff(), log);
        return new ContainmentRun(
                        from,
                        log,
                        changes,
                        new RotationSteps(
                                estates, journal, from.plan().id(), clock, pace.gatePatience()),
                        new Proofs(estates, clock),
                        new Sightings(estates, probe, clock),
                        control,
                        clock,
                        listener)
                .run(pace.looks());
    }

    /** Empty: it may be run. Looks at the journal. */
    public Optional<Failure> refusal(ContainmentPlan plan, Confirmation confirmation) {
        if (!plan.refusals().isEmpty()) {
            return Optional.of(plan.refusals().getFirst());
        }
        if (journal.hasOperation(plan.id())
                && journal.ofOperation(plan.id()).stream()
                        .anyMatch(r -> !r.entry().received().startsWith("refused"))) {
            return Optional.of(
                    new Failure(Reason.NOT_CONFIRMED, plan.title(), "this plan was run before"));
        }
        return readOnly(plan).or(() -> unconfirmed(plan, confirmation));
    }

    private Optional<Failure> readOnly(ContainmentPlan plan) {
        return plan.connections().stream()
                .filter(connection -> !arming.isArmed(connection))
                .findFirst()
                .map(connection -> Failure.of(Reason.READ_ONLY, connection));
    }

    private static Optional<Failure> unconfirmed(ContainmentPlan plan, Confirmation confirmation) {
        Approval approval = plan.approval();
        boolean typed = approval.text().equals(confirmation.typed());
        return switch (approval.kind()) {
            case PLAIN -> Optional.empty();
            case TYPED ->
                    typed
                            ? Optional.empty()
                            : Optional.of(
                                    new Failure(
                                            Reason.NOT_CONFIRMED,
                                            plan.title(),
                                            "it needs '" + approval.text() + "' to be typed"));
            case SECOND_OR_PHRASE ->
                    confirmation.secondOperator().isPresent()
                                    || (typed && !confirmation.incident().isBlank())
                            ? Optional.empty()
                            : Optional.of(
                                    new Failure(
                                            Reason.NOT_CONFIRMED,
                                            plan.title(),
                                            "it needs a second operator, or '"
                                                    + approval.text()
                                                    + "' to be typed and an incident number"));
        };
    }
}
