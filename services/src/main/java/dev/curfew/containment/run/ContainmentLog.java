package dev.curfew.containment.run;

import dev.curfew.connect.ClockSkew;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlanJson;
import dev.curfew.containment.sighting.Sighting;
import dev.curfew.containment.sighting.SightingJson;
import dev.curfew.outcome.Failure;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.Pending;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a containment into the journal, as an operation of its own whose steps are operations
 * again. What was planned is on disk before the first step sends anything, how the run ends when
 * its method returns; what a step came to follows in order, for its own operation stands there
 * already. Any thread; blocks.
 */
public final class ContainmentLog {
    /** The action of every containment's operation. */
    public static final String ACTION = "containment";

    private final AuditJournal journal;
    private final ContainmentPlan planned;
    private final Confirmation confirmation;
    private final List<Pending> plan = new CopyOnWriteArrayList<>();
    // Lanes write side by side.
    private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();

    ContainmentLog(AuditJournal journal, ContainmentPlan plan, Confirmation confirmation) {
        this.journal = journal;
        this.planned = plan;
        this.confirmation = confirmation;
    }

    /** On disk when {@link #awaitPlan} returns. */
    void planned() {
        plan.add(soon(0, Phase.PLANNED, "", PlanJson.write(planned).toString(), ""));
        confirmation
                .secondOperator()
                .ifPresent(second ->
                        plan.add(
                                soon(
                                        0,
                                        Phase.NOTE,
                                        "",
                                        "",
                                        typed("approved").put("by", second).toString())));
    }

    /** Before a step sends anything; each of them, for each has to know that it failed. */
    void awaitPlan() {
        plan.forEach(Pending::await);
    }

    void refused(Failure why) {
        write(0, Phase.NOTE, "", "", "refused: " + why.reason() + " " + why.detail());
    }

    void resumed() {
        write(0, Phase.NOTE, "", "", typed("resumed").toString());
    }

    void held(boolean held) {
        write(0, Phase.NOTE, "", "", typed(held ? "held" : "goes_on").toString());
    }

    /** How far the server's clock was from ours; an unknown one says so. */
    void clock(String connection, Optional<ClockSkew> skew) {
        ObjectNode json = typed("clock");
        json.put("connection", connection);
        skew.ifPresentOrElse(
                s -> json.put("low", s.low().toString()).put("high", s.high().toString()),
                () -> json.put("measured", false));
        writeSoon(0, Phase.NOTE, connection, "", json.toString());
    }

    /** On disk with whatever is written next, or when {@link #settle} returns. */
    void step(StepReport step) {
        writeSoon(
                step.number(),
                switch (step.state()) {
                    case CONFIRMED -> Phase.CONFIRMED;
                    case ACCEPTED, PARTIAL -> Phase.ACCEPTED;
                    case CONTRADICTED -> Phase.CONTRADICTED;
                    case REVERTED -> Phase.REVERTED;
                    case FAILED, UNKNOWN -> Phase.FAILED;
                    default -> Phase.NOTE;
                },
                step.through().orElse(""),
                "",
                StepJson.write(step).toString());
    }

    /** Something else that is on disk with whatever is written next. */
    void keep(Pending write) {
        pending.add(write);
    }

    void proof(int number, Proof proof) {
        write(
                number,
                switch (proof.verdict()) {
                    case HOLDS -> Phase.CONFIRMED;
                    case REVERTED -> Phase.REVERTED;
                    case USED -> Phase.CONTRADICTED;
                    case UNREADABLE -> Phase.NOTE;
                },
                proof.connection(),
                "",
                StepJson.write(number, proof).toString());
    }

    /** A fact of a step that is not its end: a gate that was passed, what it waited for. */
    void note(int number, String connection, ObjectNode json) {
        write(number, Phase.NOTE, connection, "", json.toString());
    }

    /** What an endpoint presented; of the containment as a whole, not of a step. */
    void sighting(Sighting sighting) {
        write(
                0,
                sighting.verdict() == Sighting.Verdict.OUTLIVES_BOUND
                        ? Phase.CONTRADICTED
                        : Phase.NOTE,
                "",
                "",
                SightingJson.write(sighting).toString());
    }

    void ended(boolean aborted, Instant at) {
        write(
                0,
                aborted ? Phase.ABORTED : Phase.FINISHED,
                "",
                "",
                typed("end").put("at", at.toString()).toString());
    }

    static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    /** All that was written is on disk. */
    void settle() {
        awaitPlan();
        for (Pending write = pending.poll(); write != null; write = pending.poll()) {
            write.await();
        }
    }

    private void writeSoon(int step, Phase phase, String connection, String sent, String received) {
        pending.add(soon(step, phase, connection, sent, received));
    }

    private Pending soon(int step, Phase phase, String connection, String sent, String received) {
        return journal.appendSoon(entry(step, phase, connection, sent, received));
    }

    private void write(int step, Phase phase, String connection, String sent, String received) {
        journal.append(entry(step, phase, connection, sent, received));
        settle();
    }

    private JournalEntry entry(
            int step, Phase phase, String connection, String sent, String received) {
        return new JournalEntry(
                planned.id(),
                step,
                phase,
                confirmation.operator(),
                connection.isEmpty() ? String.join(", ", planned.connections()) : connection,
                ACTION,
                planned.request().target().subject(),
                confirmation.reason(),
                confirmation.incident(),
                sent,
                received);
    }
}
