package dev.curfew.containment.book;

import dev.curfew.containment.Confirmation;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.run.Afterwards;
import dev.curfew.containment.run.ContainmentHistory;
import dev.curfew.containment.run.ContainmentRunner;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.RunControl;
import dev.curfew.estate.EstateService.Subscription;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts containments on threads of their own, and knows each as it is at the moment: those that
 * run, and those that the journal tells of. Any thread. What writes to the journal or to a server
 * blocks and says so; all else does not.
 */
public final class ContainmentBook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ContainmentBook.class);

    /** So many of the journal's newest are known. */
    private static final int NEWEST = 200;

    private static final Duration LAST_STEPS = Duration.ofSeconds(5);

    private final ContainmentRunner runner;
    private final ContainmentHistory history;
    private final Afterwards afterwards;
    private final AuditJournal journal;
    private final Map<String, ContainmentState> states = new HashMap<>();
    private final Map<String, RunControl> running = new HashMap<>();
    private final List<Consumer<List<Kept>>> listeners = new CopyOnWriteArrayList<>();
    private List<Kept> all = List.of();
    private Runnable onChange = () -> {};

    public ContainmentBook(
            ContainmentRunner runner,
            ContainmentHistory history,
            Afterwards afterwards,
            AuditJournal journal) {
        this.runner = runner;
        this.history = history;
        this.afterwards = afterwards;
        this.journal = journal;
    }

    /** The newest first. */
    public synchronized List<Kept> all() {
        return all;
    }

    public synchronized Optional<Kept> find(String id) {
        return all.stream().filter(kept -> kept.id().equals(id)).findFirst();
    }

    /**
     * Hears of every change, on whichever thread made it, one at a time; must be quick. Closing the
     * result ends it.
     */
    public synchronized Subscription subscribe(Consumer<List<Kept>> listener) {
        listeners.add(listener);
        listener.accept(all);
        return () -> listeners.remove(listener);
    }

    /** One more listener, for who keeps the looks. */
    synchronized void onChange(Runnable action) {
        onChange = action;
    }

    /** Takes over what the journal tells. What runs here stays as it is. Blocks. */
    public void load() {
        List<ContainmentState> told = history.newest(NEWEST);
        synchronized (this) {
            for (ContainmentState state : told) {
                if (!running.containsKey(state.id())) {
                    states.put(state.id(), state);
                }
            }
            publish();
        }
    }

    /**
     * Runs a plan. Blocks until it has begun, or was refused.
     *
     * @return its id; a failure where nothing was begun, as {@link ContainmentRunner#run}
     */
    public Outcome<String> start(ContainmentPlan plan, Confirmation confirmation) {
        RunControl control = new RunControl();
        return begin(
                plan.id(),
                plan.title(),
                control,
                listener -> runner.run(plan, confirmation, control, listener));
    }

    /**
     * Goes on with one that was cut off or ended before all was done. Blocks until it has begun.
     *
     * @return NOT_FOUND for an unknown one; NOT_CONFIRMED for one that runs; else as start
     */
    public Outcome<String> resume(String id) {
        Optional<Kept> known = find(id);
        if (known.isEmpty()) {
            return Outcome.failed(Reason.NOT_FOUND, id, "the journal has no such containment");
        }
        RunControl control = new RunControl();
        return begin(
                id,
                known.get().state().plan().title(),
                control,
                listener -> runner.resume(known.get().state(), control, listener));
    }

    /** Ends one that was cut off, without sending anything. Blocks for the journal. */
    public Outcome<String> giveUp(String id, String operator) {
        Optional<Kept> known = find(id);
        if (known.isEmpty() || !known.get().isCutOff()) {
            return Outcome.failed(Reason.NOT_FOUND, id, "it is not one that was cut off");
        }
        keep(afterwards.giveUp(known.get().state(), operator));
        return Outcome.ok(id);
    }

    /** No further step begins until it is let go on. Unknown or over: nothing happens. */
    public void hold(String id) {
        control(id, RunControl::hold);
    }

    public void goOn(String id) {
        control(id, RunControl::goOn);
    }

    /** No further step begins; can not be taken back. */
    public void abort(String id) {
        control(id, RunControl::abort);
    }

    /** See {@link RunControl#overrideGate}. */
    public void overrideGate(String id) {
        control(id, RunControl::overrideGate);
    }

    /** Records of a containment and of its steps, oldest first. Blocks. */
    public List<JournalRecord> records(String id) {
        List<JournalRecord> records = new ArrayList<>(journal.ofOperation(id));
        find(id).ifPresent(kept ->
                kept.state()
                        .plan()
                        .steps()
                        .forEach(
                                step -> records.addAll(journal.ofOperation(step.operationId(id)))));
        records.sort(Comparator.comparingLong(JournalRecord::number));
        return List.copyOf(records);
    }

    /** Takes a look into the state, unless it runs here again by now. */
    synchronized void change(String id, UnaryOperator<ContainmentState> change) {
        ContainmentState known = states.get(id);
        if (known != null && !running.containsKey(id)) {
            keep(change.apply(known));
        }
    }

    private synchronized void control(String id, Consumer<RunControl> wish) {
        RunControl control = running.get(id);
        if (control != null) {
            wish.accept(control);
            publish();
        }
    }

    private Outcome<String> begin(
            String id,
            String title,
            RunControl control,
            Function<Consumer<ContainmentState>, Outcome<ContainmentState>> run) {
        synchronized (this) {
            if (running.putIfAbsent(id, control) != null) {
                return Outcome.failed(
                        new Failure(Reason.NOT_CONFIRMED, title, "this plan runs already"));
            }
        }
        CompletableFuture<Outcome<String>> begun = new CompletableFuture<>();
        Thread.ofVirtual().name("containment").start(() -> run(id, control, run, begun));
        return begun.join();
    }

    private void run(
            String id,
            RunControl control,
            Function<Consumer<ContainmentState>, Outcome<ContainmentState>> run,
            CompletableFuture<Outcome<String>> begun) {
        try {
            Outcome<ContainmentState> ended =
                    run.apply(state -> {
                        keep(state);
                        begun.complete(Outcome.ok(id));
                    });
            if (ended instanceof Failed<ContainmentState>(var why)) {
                // Whoever hears of it may try again at once.
                over(id, control);
                begun.complete(Outcome.failed(why));
            }
        } catch (RuntimeException | Error e) {
            LOG.error("Containment {} broke off", id, e);
            lost(id);
            begun.completeExceptionally(e);
        } finally {
            over(id, control);
        }
    }

    /** What became of it is for the journal to tell, as after a crash. */
    private void lost(String id) {
        try {
            if (history.find(id) instanceof Ok<ContainmentState>(var told)) {
                keep(told);
                return;
            }
        } catch (RuntimeException e) {
            LOG.error("The journal does not tell of containment {}", id, e);
        }
        synchronized (this) {
            ContainmentState known = states.get(id);
            if (known != null) {
                keep(Afterwards.cutOff(known));
            }
        }
    }

    /** Only this run: another of the same plan may have begun by now. */
    private synchronized void over(String id, RunControl control) {
        running.remove(id, control);
        publish();
        notifyAll();
    }

    private synchronized void keep(ContainmentState state) {
        states.put(state.id(), state);
        publish();
    }

    private synchronized void publish() {
        Map<String, String> restored = new HashMap<>();
        for (ContainmentState state : states.values()) {
            if (state.steps().stream().anyMatch(step -> step.state().isInForce())) {
                state.plan().restores().ifPresent(id -> restored.put(id, state.id()));
            }
        }
        all =
                states.values().stream()
                        .sorted(
                                Comparator.comparing(ContainmentState::startedAt)
                                        .thenComparing(ContainmentState::id)
                                        .reversed())
                        .map(state ->
                                new Kept(
                                        state,
                                        running.containsKey(state.id()),
                                        wish(state.id()),
                                        Optional.ofNullable(restored.get(state.id()))))
                        .toList();
        listeners.forEach(listener -> listener.accept(all));
        onChange.run();
    }

    private Kept.Wish wish(String id) {
        RunControl control = running.get(id);
        if (control == null) {
            return Kept.Wish.NONE;
        }
        return control.isAborted()
                ? Kept.Wish.ABORT
                : control.isHeld() ? Kept.Wish.HOLD : Kept.Wish.NONE;
    }

    /**
     * No further step begins; waits for those under way, but not for long. What was not over by
     * then is cut off: whoever loads the journal next can go on with it.
     */
    @Override
    public synchronized void close() {
        listeners.clear();
        running.values().forEach(RunControl::leave);
        long end = System.nanoTime() + LAST_STEPS.toNanos();
        try {
            for (long left = end - System.nanoTime();
                    !running.isEmpty() && left > 0;
                    left = end - System.nanoTime()) {
                wait(Math.max(1, left / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
