package dev.curfew.containment;

import dev.curfew.connect.Arming;
import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.containment.ItemReport.State;
import dev.curfew.estate.EstateService;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.ItemResult;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.Pending;
import dev.curfew.store.Snapshots;
import dev.curfew.store.StateHashes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs plans: the one way in which anything is written to a server. Every step stands in the
 * journal before it is sent and after it is answered; what was accepted is read back; what undo
 * needs is kept before the first step. A plan runs once: its operation id makes a second run do
 * nothing. Any thread; blocks.
 */
public final class Runner {
    /** Hears how a run goes, and may stop it between batches. */
    public interface Progress {
        void items(List<ItemReport> items);

        default boolean isCancelled() {
            return false;
        }

        /** Comes back when all that must be on disk before anything is sent, is. */
        default void beforeSending() {}

        /**
         * Is given what is written at the end and may not be on disk yet. Waits for it, unless what
         * the run is a part of does so later.
         */
        default void unsettled(Pending write) {
            write.await();
        }
    }

    private final EstateService estates;
    private final AuditJournal journal;
    private final Snapshots snapshots;
    private final Arming arming;
    private final InstantSource clock;

    public Runner(
            EstateService estates,
            AuditJournal journal,
            Snapshots snapshots,
            Arming arming,
            InstantSource clock) {
        this.estates = estates;
        this.journal = journal;
        this.snapshots = snapshots;
        this.arming = arming;
        this.clock = clock;
    }

    public ChangeReport run(ChangePlan plan, Confirmation confirmation, Progress progress) {
        boolean ranBefore = journal.hasOperation(plan.operationId());
        return start(
                plan,
                confirmation,
                progress,
                false,
                ranBefore
                        ? Optional.of(
                                new Failure(
                                        Reason.NOT_CONFIRMED,
                                        plan.connection(),
                                        "this plan was run before"))
                        : Optional.empty());
    }

    /**
     * Runs a plan or, where its run was cut off or did not reach its server, goes on with it. What
     * is as wanted by now is left alone then, what is not is sent; what the first run saw stays
     * what undo puts back.
     */
    public ChangeReport runOrResume(ChangePlan plan, Confirmation confirmation, Progress progress) {
        boolean again = journal.hasOperation(plan.operationId());
        return start(plan, confirmation, progress, again, Optional.empty());
    }

    private ChangeReport start(
            ChangePlan plan,
            Confirmation confirmation,
            Progress progress,
            boolean again,
            Optional<Failure> known) {
        Journaling log = new Journaling(journal, plan, confirmation);
        Optional<Failure> refused = known.or(() -> refusal(plan, confirmation));
        if (refused.isPresent()) {
            log.refused(refused.get());
            return refused(plan, refused.get());
        }
        return switch (Executions.open(plan.change(), plan.connection(), estates)) {
            case Failed<Execution>(var failure) -> {
                log.refused(failure);
                yield refused(plan, failure);
            }
            case Ok<Execution>(var execution) -> {
                execution.confirmedBy(confirmation);
                yield new Run(plan, execution, log, progress, again).run();
            }
        };
    }

    private Optional<Failure> refusal(ChangePlan plan, Confirmation confirmation) {
        if (!plan.refusals().isEmpty()) {
            return Optional.of(plan.refusals().getFirst());
        }
        if (!arming.isArmed(plan.connection())) {
            return Optional.of(Failure.of(Reason.READ_ONLY, plan.connection()));
        }
        return plan.typed()
                .filter(text -> !text.equals(confirmation.typed()))
                .map(_ -> Failure.of(Reason.NOT_CONFIRMED, plan.connection()));
    }

    private static ChangeReport refused(ChangePlan plan, Failure why) {
        return new ChangeReport(
                plan,
                plan.items().stream()
                        .map(i ->
                                new ItemReport(
                                        i.key(), i.title(), State.NOT_SENT, Optional.of(why)))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(why),
                Optional.empty(),
                Map.of());
    }

    /** One run of one plan. */
    private final class Run {
        private final ChangePlan plan;
        private final Execution execution;
        private final Journaling log;
        private final Progress progress;
        private final ItemStates items;
        private final boolean again;
        private @Nullable Instant acceptedAt;

        Run(
                ChangePlan plan,
                Execution execution,
                Journaling log,
                Progress progress,
                boolean again) {
            this.plan = plan;
            this.execution = execution;
            this.log = log;
            this.progress = progress;
            this.again = again;
            this.items = new ItemStates(plan.items());
        }

        ChangeReport run() {
            if (again) {
                log.resumed();
                recall();
            } else {
                log.planned();
            }
            List<Item> unsettled = due();
            if (!unsettled.isEmpty()) {
                execution.check(unsettled).forEach((key, why) -> items.set(key, State.FAILED, why));
            }
            String before = execution.before();
            log.keep(snapshots.saveSoon(plan.operationId(), Undo.BEFORE, before));
            log.checked(items.reports());
            boolean stopped = sendAll(due());
            readBack();
            Map<String, String> states = keep(before, execution.after());
            refreshEstate();
            ChangeReport report = report();
            log.ended(stopped, report, states, progress::unsettled);
            return report;
        }

        /** Hashes of all that was kept. Of a first run they are known without reading. */
        private Map<String, String> keep(String before, String after) {
            if (again) {
                Undo.saveAfter(snapshots, plan.operationId(), after);
                return StateHashes.of(snapshots, plan.operationId());
            }
            log.keep(snapshots.saveSoon(plan.operationId(), Undo.AFTER, after));
            Map<String, String> hashes = new LinkedHashMap<>();
            hashes.put(Undo.BEFORE, StateHashes.of(before));
            hashes.put(Undo.AFTER, StateHashes.of(after));
            return hashes;
        }

        private List<Item> due() {
            return plan.items().stream().filter(i -> items.is(i.key(), State.NOT_SENT)).toList();
        }

        /** What is as wanted already is not sent once more. */
        private void recall() {
            snapshots.find(plan.operationId(), Undo.BEFORE).ifPresent(execution::recall);
            execution
                    .readBack(plan.items())
                    .forEach((key, asWanted) -> {
                        if (asWanted instanceof Ok<Boolean>(var same) && same) {
                            items.set(key, State.CONFIRMED);
                            // When it really was is not known: not later than now.
                            acceptedAt = clock.instant();
                        }
                    });
        }

        /** Only what the action concerns is read again. */
        private void refreshEstate() {
            if (plan.change() instanceof Change.OnBackend) {
                estates.patchGrants(plan.connection(), execution.grantsNow());
                return;
            }
            if (!execution.entriesNow().isEmpty()) {
                estates.patchEntries(plan.connection(), execution.entriesNow());
            }
            readAgain();
        }

        /** What is no entry, or changes entries at its side, is read again as a whole. */
        private void readAgain() {
            switch (plan.change()) {
                case Change.BanNode _, Change.EvictNode _, Change.LiftBan _ -> refreshNodes();
                case Change.AddFederation _, Change.RefreshFederation _ ->
                        estates.rereadTrust(plan.connection());
                case Change.RemoveFederation remove -> {
                    estates.rereadTrust(plan.connection());
                    if (remove.dropBundle().isPresent()) {
                        estates.rereadEntries(plan.connection(), linked(remove));
                    }
                }
                default -> {}
            }
        }

        private void refreshNodes() {
            if (execution.nodesNow().isEmpty()) {
                estates.rereadNodes(plan.connection());
            } else {
                estates.patchNodes(plan.connection(), execution.nodesNow());
            }
        }

        private List<String> linked(Change.RemoveFederation remove) {
            return estates.estate().server(plan.connection()).stream()
                    .flatMap(server -> server.entries().value().entries().stream())
                    .filter(entry -> entry.federatesWith().contains(remove.seen().trustDomain()))
                    .map(RegistrationEntry::id)
                    .toList();
        }

        /** True: stopped before the end. */
        private boolean sendAll(List<Item> due) {
            int step = 1;
            for (int from = 0; from < due.size(); from += execution.batchSize()) {
                if (progress.isCancelled()) {
                    return true;
                }
                List<Item> batch =
                        due.subList(from, Math.min(due.size(), from + execution.batchSize()));
                log.sending(step, batch, execution.sent(batch));
                // Asked last: it went to disk together with that record, if it was not there yet.
                progress.beforeSending();
                List<ItemResult<String>> results = execution.send(batch);
                results.forEach(this::take);
                log.answered(step, batch, results);
                progress.items(items.reports());
                if (lost(results)) {
                    return true;
                }
                step++;
            }
            return false;
        }

        private void take(ItemResult<String> result) {
            switch (result.outcome()) {
                case Ok<String> _ -> {
                    items.set(result.key(), State.ACCEPTED);
                    acceptedAt = clock.instant();
                }
                case Failed<String>(var why) -> items.set(result.key(), state(why), why);
            }
        }

        /** The server went away: the rest would only make more that nobody knows of. */
        private boolean lost(List<ItemResult<String>> results) {
            return results.stream()
                    .anyMatch(r ->
                            r.outcome() instanceof Failed<String>(var why)
                                    && state(why) == State.UNKNOWN);
        }

        /** What was accepted, and also what nobody knows of, is read from the server. */
        private void readBack() {
            List<Item> sent =
                    plan.items().stream()
                            .filter(i ->
                                    items.is(i.key(), State.ACCEPTED)
                                            || items.is(i.key(), State.UNKNOWN))
                            .toList();
            // What was not sent is not ours, even if someone else has made it as wanted.
            if (!sent.isEmpty()) {
                execution.readBack(sent).forEach(this::judge);
            }
            progress.items(items.reports());
        }

        private void judge(String key, Outcome<Boolean> asWanted) {
            boolean accepted = items.is(key, State.ACCEPTED);
            switch (asWanted) {
                case Ok<Boolean>(var same) when same -> items.set(key, State.CONFIRMED);
                case Ok<Boolean> _ when accepted ->
                        items.set(
                                key,
                                State.CONTRADICTED,
                                new Failure(
                                        Reason.CONTRADICTED,
                                        items.title(key),
                                        "the server shows something else"));
                case Ok<Boolean> _ ->
                        items.set(
                                key,
                                State.FAILED,
                                new Failure(
                                        Reason.LOST_MID_BATCH,
                                        items.title(key),
                                        "it is as it was before"));
                case Failed<Boolean> _ -> {}
            }
        }

        private ChangeReport report() {
            Optional<Instant> at = Optional.ofNullable(acceptedAt);
            return new ChangeReport(
                    plan,
                    items.reports(),
                    at,
                    at.flatMap(this::bound),
                    Optional.empty(),
                    execution.token(),
                    execution.made());
        }

        /** Someone may have disconnected in the middle: what was done is reported all the same. */
        private Optional<ExposureBound> bound(Instant from) {
            Planner planner = new Planner(() -> from);
            return plan.change() instanceof Change.OnBackend
                    ? Optional.of(plan.bound())
                    : estates.estate()
                            .server(plan.connection())
                            .map(server -> planner.plan(plan.change(), server).bound());
        }

        private static State state(Failure why) {
            return switch (why.reason()) {
                case LOST_MID_BATCH, NO_ANSWER -> State.UNKNOWN;
                case NOT_SENT -> State.NOT_SENT;
                case CONTRADICTED -> State.CONTRADICTED;
                default -> State.FAILED;
            };
        }
    }
}
