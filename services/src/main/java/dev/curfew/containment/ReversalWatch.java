package dev.curfew.containment;

import dev.curfew.containment.ItemReport.State;
import dev.curfew.estate.EstateService;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.store.AuditJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what was confirmed once more after 15 s and 30 s, because a controller that reconciles
 * every 10 s may have put it back. Runs on a virtual thread of its own until done.
 */
public final class ReversalWatch {
    public static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(15), Duration.ofSeconds(15));

    private final EstateService estates;
    private final AuditJournal journal;
    private final List<Duration> pauses;

    public ReversalWatch(EstateService estates, AuditJournal journal, List<Duration> pauses) {
        this.estates = estates;
        this.journal = journal;
        this.pauses = List.copyOf(pauses);
    }

    /**
     * @param onReport hears of the report after each look, on another thread
     */
    public void watch(
            ChangeReport report, Confirmation confirmation, Consumer<ChangeReport> onReport) {
        boolean anyConfirmed = report.count(State.CONFIRMED) > 0;
        if (anyConfirmed) {
            Thread.ofVirtual()
                    .name("reversal-watch")
                    .start(() -> lookAgain(report, confirmation, onReport));
        }
    }

    private void lookAgain(
            ChangeReport first, Confirmation confirmation, Consumer<ChangeReport> onReport) {
        ChangeReport report = first;
        for (Duration pause : pauses) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            report = look(report, confirmation);
            onReport.accept(report);
        }
    }

    /** One look. Blocks. */
    ChangeReport look(ChangeReport report, Confirmation confirmation) {
        ChangePlan plan = report.plan();
        if (!(Executions.open(plan.change(), plan.connection(), estates)
                instanceof Ok<Execution>(var execution))) {
            return report;
        }
        execution.resume(report.serverIds());
        Map<String, Outcome<Boolean>> now =
                execution.readBack(
                        plan.items().stream()
                                .filter(item ->
                                        report.items().stream()
                                                .anyMatch(r ->
                                                        r.key().equals(item.key())
                                                                && r.state() == State.CONFIRMED))
                                .toList());
        List<ItemReport> items = new ArrayList<>();
        List<ItemReport> reverted = new ArrayList<>();
        for (ItemReport item : report.items()) {
            if (item.state() == State.CONFIRMED
                    && now.get(item.key()) instanceof Ok<Boolean>(var same)
                    && !same) {
                ItemReport back =
                        item.as(
                                State.REVERTED,
                                Optional.of(
                                        new Failure(
                                                Reason.REVERTED,
                                                item.title(),
                                                "read again after our action")));
                items.add(back);
                reverted.add(back);
            } else {
                items.add(item);
            }
        }
        if (!reverted.isEmpty()) {
            new Journaling(journal, plan, confirmation).reverted(reverted);
            estates.patchEntries(plan.connection(), execution.entriesNow());
        }
        return report.withItems(items);
    }
}
