package dev.curfew.containment.run;

import dev.curfew.containment.Confirmation;
import dev.curfew.containment.Unfinished;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.sighting.Sighting;
import dev.curfew.estate.EstateService;
import dev.curfew.probe.DeclaredEndpoint;
import dev.curfew.probe.Probe;
import dev.curfew.store.AuditJournal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What is written of a containment when its run is over: later looks at the servers, and the end of
 * one that nobody goes on with. Any thread; blocks.
 */
public final class Afterwards {
    private final Proofs proofs;
    private final Sightings sightings;
    private final AuditJournal journal;
    private final Unfinished unfinished;
    private final InstantSource clock;

    public Afterwards(
            EstateService estates, AuditJournal journal, InstantSource clock, Probe probe) {
        this.proofs = new Proofs(estates, clock);
        this.sightings = new Sightings(estates, probe, clock);
        this.journal = journal;
        this.unfinished = new Unfinished(journal);
        this.clock = clock;
    }

    /**
     * Looks once more whether what a step did holds. Writes nothing.
     *
     * @return empty for a step that can not be looked at like this, such as a rotation
     */
    public Optional<Proof> look(ContainmentState state, PlannedStep step, String connection) {
        return step.work() instanceof Work.Apply(var change)
                ? Optional.of(proofs.look(step, change, state.step(step), connection))
                : Optional.empty();
    }

    /** Looks once more what an endpoint presents. Writes nothing. */
    public Sighting look(ContainmentState state, DeclaredEndpoint declared) {
        return sightings.look(state, declared);
    }

    public void journal(ContainmentState state, Sighting sighting) {
        new ContainmentLog(journal, state.plan(), state.confirmation()).sighting(sighting);
    }

    /** The state with one more look at an endpoint. Pure. */
    public static ContainmentState with(ContainmentState state, Sighting sighting) {
        return state.with(sighting);
    }

    /** Puts a look into the journal. */
    public void journal(ContainmentState state, PlannedStep step, Proof proof) {
        new ContainmentLog(journal, state.plan(), state.confirmation()).proof(step.number(), proof);
    }

    /** The state with one more look. Pure. */
    public static ContainmentState with(ContainmentState state, PlannedStep step, Proof proof) {
        return state.with(state.step(step).with(proof));
    }

    /** The state of one whose run ended in a bug or a journal that can not be written. Pure. */
    public static ContainmentState cutOff(ContainmentState state) {
        return state.endedAt().isPresent() ? state : state.with(Phase.CUT_OFF);
    }

    /**
     * Ends one that was cut off in the journal, and its steps with it. Nothing is sent.
     *
     * @param operator who says so
     */
    public ContainmentState giveUp(ContainmentState state, String operator) {
        String steps = state.id() + "/";
        unfinished.operations().stream()
                .filter(open -> open.planned().entry().operationId().startsWith(steps))
                .forEach(open -> unfinished.close(open, operator, "given up with " + state.id()));
        Confirmation said = state.confirmation();
        Instant now = clock.instant();
        new ContainmentLog(
                        journal,
                        state.plan(),
                        new Confirmation(operator, said.reason(), said.incident(), ""))
                .ended(true, now);
        return state.ended(Phase.ABORTED, now);
    }
}
