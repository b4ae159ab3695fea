package dev.curfew.containment.book;

import dev.curfew.connect.Arming;
import dev.curfew.containment.Rehearsal;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.estate.EstateService;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks every server whether a plan could be carried out now: its targets are read again and held
 * against the plan. Nothing is written, neither to a server nor to the journal. Any thread; blocks.
 */
public final class DryRun {
    private final EstateService estates;
    private final Arming arming;
    private final InstantSource clock;

    public DryRun(EstateService estates, Arming arming, InstantSource clock) {
        this.estates = estates;
        this.arming = arming;
        this.clock = clock;
    }

    /**
     * What one server said of one step.
     *
     * @param asPlanned items that could be changed now, of {@code looked}
     * @param failures of the others, or why the server did not tell
     */
    public record Checked(
            int step, String connection, int asPlanned, int looked, List<Failure> failures) {
        public Checked {
            failures = List.copyOf(failures);
        }
    }

    /**
     * What all of them said.
     *
     * @param at when the last answer was there
     * @param readOnly connections that the plan writes to and that are not armed
     * @param notTried numbers of steps that can not be tried without doing them: rotations
     */
    public record Result(
            Instant at, List<Checked> checked, List<String> readOnly, List<Integer> notTried) {
        public Result {
            checked = List.copyOf(checked);
            readOnly = List.copyOf(readOnly);
            notTried = List.copyOf(notTried);
        }

        public boolean isAsPlanned() {
            return checked.stream().allMatch(one -> one.failures().isEmpty());
        }
    }

    public Result of(ContainmentPlan plan) {
        Map<String, List<Runnable>> byServer = new LinkedHashMap<>();
        Checked[][] answers = new Checked[plan.steps().size()][];
        List<Integer> notTried = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            PlannedStep step = plan.steps().get(i);
            if (!(step.work() instanceof Work.Apply work)) {
                notTried.add(step.number());
                answers[i] = new Checked[0];
                continue;
            }
            Checked[] ofStep = new Checked[step.connections().size()];
            answers[i] = ofStep;
            for (int c = 0; c < ofStep.length; c++) {
                String connection = step.connections().get(c);
                int place = c;
                byServer.computeIfAbsent(connection, _ -> new ArrayList<>())
                        .add(() -> ofStep[place] = check(step, work, connection));
            }
        }
        inParallel(byServer.values());
        List<Checked> checked = new ArrayList<>();
        for (Checked[] ofStep : answers) {
            checked.addAll(List.of(ofStep));
        }
        return new Result(
                clock.instant(),
                checked,
                plan.connections().stream().filter(name -> !arming.isArmed(name)).toList(),
                notTried);
    }

    private Checked check(PlannedStep step, Work.Apply work, String connection) {
        return switch (Rehearsal.check(work.change(), step.items(), connection, estates)) {
            case Failed<Map<String, Failure>>(var why) ->
                    new Checked(step.number(), connection, 0, step.items().size(), List.of(why));
            case Ok<Map<String, Failure>>(var wrong) ->
                    new Checked(
                            step.number(),
                            connection,
                            step.items().size() - wrong.size(),
                            step.items().size(),
                            List.copyOf(wrong.values()));
        };
    }

    /** One server that does not answer holds up no other. */
    private static void inParallel(Iterable<List<Runnable>> servers) {
        List<Thread> threads = new ArrayList<>();
        for (List<Runnable> looks : servers) {
            threads.add(
                    Thread.ofVirtual().name("dry-run").start(() -> looks.forEach(Runnable::run)));
        }
        Optional<InterruptedException> interrupted = Optional.empty();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = Optional.of(e);
            }
        }
        if (interrupted.isPresent()) {
            Thread.currentThread().interrupt();
        }
    }
}
