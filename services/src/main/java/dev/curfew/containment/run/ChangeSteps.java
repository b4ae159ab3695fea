package dev.curfew.containment.run;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.ItemReport;
import dev.curfew.containment.ItemReport.State;
import dev.curfew.containment.Planner;
import dev.curfew.containment.Runner;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.Unreachable;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.store.Pending;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the change of a step: through the first of its servers that answers, tried again with
 * back-off while none does. Any thread; blocks.
 */
final class ChangeSteps {
    private final EstateService estates;
    private final Planner planner;
    private final Runner runner;
    private final InstantSource clock;
    private final Backoff backoff;
    private final ContainmentLog log;
    private final Runner.Progress unseen;

    /**
     * @param log waits for the plan before a step sends, and for what a step leaves to be written
     */
    ChangeSteps(
            EstateService estates,
            Planner planner,
            Runner runner,
            InstantSource clock,
            Backoff backoff,
            ContainmentLog log) {
        this.estates = estates;
        this.planner = planner;
        this.runner = runner;
        this.clock = clock;
        this.backoff = backoff;
        this.log = log;
        unseen =
                new Runner.Progress() {
                    @Override
                    public void items(List<ItemReport> items) {}

                    @Override
                    public void beforeSending() {
                        log.awaitPlan();
                    }

                    @Override
                    public void unsettled(Pending write) {
                        log.keep(write);
                    }
                };
    }

    /**
     * @param onReport hears of each attempt
     */
    StepReport run(
            ContainmentPlan plan,
            PlannedStep step,
            Change change,
            Confirmation confirmation,
            RunControl control,
            Consumer<StepReport> onReport)
            throws InterruptedException {
        StepReport report = StepReport.waiting(step.number());
        for (int attempt = 1; ; attempt++) {
            for (String connection : step.connections()) {
                report = report.tried(connection, clock.instant());
                onReport.accept(report);
                report = attempt(plan, step, change, connection, confirmation, report);
                if (!isWorthAnother(report)) {
                    return report;
                }
                // The next attempt finds in the journal what this one did.
                log.settle();
            }
            if (attempt >= backoff.attempts() || control.isAborted()) {
                return report;
            }
            onReport.accept(report.as(StepState.RETRYING));
            control.pause(backoff.after(attempt).toMillis());
            if (control.isAborted()) {
                return report;
            }
        }
    }

    private StepReport attempt(
            ContainmentPlan plan,
            PlannedStep step,
            Change change,
            String connection,
            Confirmation confirmation,
            StepReport report) {
        String operation = step.operationId(plan.id());
        Optional<ChangePlan> planned =
                planner.step(operation, change, connection, estates.estate());
        if (planned.isEmpty()) {
            return report.as(
                    StepState.FAILED,
                    new Failure(Reason.UNKNOWN_CONNECTION, connection, "it is not connected"));
        }
        return judged(report, runner.runOrResume(planned.get(), confirmation, unseen));
    }

    private static StepReport judged(StepReport report, ChangeReport done) {
        Optional<Failure> failure =
                done.refused()
                        .or(() ->
                                done.items().stream()
                                        .flatMap(item -> item.failure().stream())
                                        .findFirst());
        return new StepReport(
                report.number(),
                done.refused().isPresent() ? StepState.FAILED : state(done.items()),
                report.through(),
                report.attempts(),
                report.sentAt(),
                // An earlier attempt may have got a part of it accepted; the later moment counts.
                done.acceptedAt().or(report::acceptedAt),
                done.items(),
                done.bound().or(report::bound),
                failure,
                Optional.empty(),
                Optional.empty(),
                report.proofs());
    }

    /** The worst that is not simply "not reached". */
    private static StepState state(List<ItemReport> items) {
        long good =
                items.stream()
                        .filter(i -> i.state() == State.CONFIRMED || i.state() == State.ACCEPTED)
                        .count();
        if (has(items, State.CONTRADICTED)) {
            return StepState.CONTRADICTED;
        }
        if (has(items, State.UNKNOWN)) {
            return StepState.UNKNOWN;
        }
        if (good == items.size()) {
            return has(items, State.ACCEPTED) ? StepState.ACCEPTED : StepState.CONFIRMED;
        }
        return good > 0 ? StepState.PARTIAL : StepState.FAILED;
    }

    private static boolean has(List<ItemReport> items, State state) {
        return items.stream().anyMatch(item -> item.state() == state);
    }

    /**
     * The server was not reached, or nobody knows: asking again does no harm, steps are idempotent.
     */
    private static boolean isWorthAnother(StepReport report) {
        return report.failure()
                .filter(why ->
                        Unreachable.is(why)
                                || why.reason() == Reason.LOST_MID_BATCH
                                || why.reason() == Reason.NOT_SENT)
                .isPresent();
    }
}
