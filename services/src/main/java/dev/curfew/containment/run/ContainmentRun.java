package dev.curfew.containment.run;

import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.sever.Rotation;
import dev.curfew.containment.sighting.Sighting;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.probe.DeclaredEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** One run of one containment. Its state changes from several threads, one change at a time. */
final class ContainmentRun {
    /** Steps of one server under way at a time. */
    private static final int AT_ONCE = 8;

    private final ContainmentLog log;
    private final ChangeSteps changes;
    private final RotationSteps rotations;
    private final Proofs proofs;
    private final Sightings sightings;
    private final RunControl control;
    private final InstantSource clock;
    private final Consumer<ContainmentState> listener;
    private final ReentrantLock atTheDoor = new ReentrantLock();
    private ContainmentState state;

    ContainmentRun(
            ContainmentState from,
            ContainmentLog log,
            ChangeSteps changes,
            RotationSteps rotations,
            Proofs proofs,
            Sightings sightings,
            RunControl control,
            InstantSource clock,
            Consumer<ContainmentState> listener) {
        this.state = from;
        this.log = log;
        this.changes = changes;
        this.rotations = rotations;
        this.proofs = proofs;
        this.sightings = sightings;
        this.control = control;
        this.clock = clock;
        this.listener = listener;
    }

    ContainmentState run(List<Duration> looks) {
        update(state.with(Phase.RUNNING));
        Map<Integer, List<PlannedStep>> lanes = new LinkedHashMap<>();
        for (PlannedStep step : state.plan().steps()) {
            lanes.computeIfAbsent(step.lane(), _ -> new ArrayList<>()).add(step);
        }
        inParallel(lanes.values().stream().<Runnable>map(lane -> () -> lane(lane)).toList());
        boolean aborted = control.isAborted();
        if (anyInForce()) {
            watch(looks);
        }
        if (control.isLeft() && !isOver()) {
            log.settle();
            update(state().lookingAt(Optional.empty()).with(Phase.CUT_OFF));
            return state();
        }
        Instant now = clock.instant();
        log.ended(aborted, now);
        update(state().ended(aborted ? Phase.ABORTED : Phase.ENDED, now));
        return state();
    }

    private synchronized ContainmentState state() {
        return state;
    }

    private synchronized void update(ContainmentState changed) {
        state = changed;
        listener.accept(changed);
    }

    private synchronized void update(StepReport changed) {
        update(state.with(changed));
    }

    /** A bug in one lane must not take the others along. */
    private static void inParallel(List<Runnable> lanes) {
        if (lanes.size() == 1) {
            lanes.getFirst().run();
            return;
        }
        List<Thread> threads = new ArrayList<>();
        List<Throwable> thrown = new ArrayList<>();
        for (Runnable lane : lanes) {
            threads.add(
                    Thread.ofVirtual()
                            .name("containment-lane")
                            .start(() -> {
                                try {
                                    lane.run();
                                } catch (RuntimeException | Error e) {
                                    synchronized (thrown) {
                                        thrown.add(e);
                                    }
                                }
                            }));
        }
        for (Thread thread : threads) {
            joinThrough(thread);
        }
        synchronized (thrown) {
            if (!thrown.isEmpty()) {
                if (thrown.getFirst() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) thrown.getFirst();
            }
        }
    }

    /** The steps under way have to be waited for, or nobody would know what became of them. */
    private static void joinThrough(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Changes of one server do not stand on each other: they run side by side, begun in their
     * order. A rotation has everything issued anew, and so would undo nothing of what is left: it
     * waits until all before it is in force.
     */
    private void lane(List<PlannedStep> lane) {
        Queue<PlannedStep> changes = new ConcurrentLinkedQueue<>();
        List<PlannedStep> after = new ArrayList<>();
        lane.forEach(step -> (step.work() instanceof Work.Apply ? changes : after).add(step));
        inParallel(
                Collections.nCopies(
                        Math.min(changes.size(), AT_ONCE),
                        () -> {
                            for (PlannedStep step = changes.poll();
                                    step != null;
                                    step = changes.poll()) {
                                take(step, true);
                            }
                        }));
        for (PlannedStep step : after) {
            take(
                    step,
                    lane.stream()
                            .takeWhile(earlier -> earlier != step)
                            .allMatch(earlier -> state().step(earlier).state().isInForce()));
        }
    }

    private void take(PlannedStep step, boolean standsFirm) {
        if (!standsFirm || !mayBegin()) {
            update(state().step(step).as(StepState.SKIPPED));
            return;
        }
        StepReport report = run(step);
        log.step(report);
        update(report);
    }

    /** One after the other, so that a hold is written down once, however many wait for its end. */
    private boolean mayBegin() {
        atTheDoor.lock();
        try {
            if (control.isHeld()) {
                log.held(true);
                update(state().with(Phase.HELD));
            }
            boolean go = control.mayBegin();
            if (go && state().phase() == Phase.HELD) {
                log.held(false);
                update(state().with(Phase.RUNNING));
            }
            return go;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            atTheDoor.unlock();
        }
    }

    private StepReport run(PlannedStep step) {
        try {
            return switch (step.work()) {
                case Work.Apply(var change) ->
                        changes.run(
                                state().plan(),
                                step,
                                change,
                                state().confirmation(),
                                control,
                                this::update);
                case Work.Rotate(var kind, _) ->
                        rotations.run(
                                step,
                                new Rotation.Aim(kind),
                                control,
                                this::mayBegin,
                                log,
                                this::update);
                case Work.Retire(var kind, var authorities) ->
                        rotations.run(
                                step,
                                new Rotation.Aim(kind, Set.copyOf(authorities)),
                                control,
                                this::mayBegin,
                                log,
                                this::update);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return state().step(step)
                    .as(
                            StepState.UNKNOWN,
                            new Failure(Reason.CANCELLED, step.writer(), "the run was ended"));
        }
    }

    /** Nothing is left to be gone on with: every look was made. */
    private boolean isOver() {
        return state().phase() == Phase.WATCHING && state().nextLookAt().isEmpty();
    }

    private boolean anyInForce() {
        return state().steps().stream().anyMatch(step -> step.state().isInForce());
    }

    private void watch(List<Duration> looks) {
        Instant from = clock.instant();
        for (Duration after : looks) {
            Instant at = from.plus(after);
            update(state().with(Phase.WATCHING).lookingAt(Optional.of(at)));
            if (!waitUntil(at)) {
                return;
            }
            look();
        }
        update(state().lookingAt(Optional.empty()));
    }

    private boolean waitUntil(Instant at) {
        try {
            Duration left = Duration.between(clock.instant(), at);
            if (left.isPositive()) {
                control.pause(left.toMillis());
            }
            return !control.isAborted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Every server on its own: one that hangs delays no other. */
    private void look() {
        Map<String, List<Runnable>> byServer = new LinkedHashMap<>();
        for (PlannedStep step : state().plan().steps()) {
            StepReport report = state().step(step);
            if (step.work() instanceof Work.Apply(var change) && report.wasInForce()) {
                for (String connection : step.connections()) {
                    byServer.computeIfAbsent(connection, _ -> new ArrayList<>())
                            .add(() -> {
                                Proof proof = proofs.look(step, change, report, connection);
                                log.proof(step.number(), proof);
                                take(step, proof);
                            });
                }
            }
        }
        List<Runnable> all = new ArrayList<>();
        byServer.values().forEach(looks -> all.add(() -> looks.forEach(Runnable::run)));
        state().plan().request().endpoints().forEach(declared -> all.add(() -> sight(declared)));
        inParallel(all);
    }

    private void sight(DeclaredEndpoint declared) {
        Sighting sighting = sightings.look(state(), declared);
        log.sighting(sighting);
        take(sighting);
    }

    private synchronized void take(Sighting sighting) {
        update(state.with(sighting));
    }

    private synchronized void take(PlannedStep step, Proof proof) {
        update(state.step(step).with(proof));
    }
}
