package dev.curfew.containment.run;

import dev.curfew.containment.Confirmation;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlanJson;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.sever.RotationNotes;
import dev.curfew.containment.sever.RotationPhase;
import dev.curfew.containment.sighting.SightingJson;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the journal tells of containments, also of those whose process died. Blocks; any thread. */
public final class ContainmentHistory {
    private final AuditJournal journal;

    public ContainmentHistory(AuditJournal journal) {
        this.journal = journal;
    }

    /** The newest first, at most {@code limit}; one that can not be read is left out. */
    public List<ContainmentState> newest(int limit) {
        return journal.newestOperations(ContainmentLog.ACTION, limit).stream()
                .flatMap(id ->
                        find(id) instanceof Ok<ContainmentState>(var state)
                                ? java.util.stream.Stream.of(state)
                                : java.util.stream.Stream.empty())
                .toList();
    }

    /** NOT_FOUND for an unknown id; INVALID_INPUT for a record that can not be read. */
    public Outcome<ContainmentState> find(String id) {
        List<JournalRecord> records = journal.ofOperation(id);
        Optional<JournalRecord> planned =
                records.stream()
                        .filter(r -> r.entry().phase() == JournalEntry.Phase.PLANNED)
                        .filter(r -> r.entry().action().equals(ContainmentLog.ACTION))
                        .findFirst();
        return planned.isEmpty()
                ? Outcome.failed(
                        Reason.NOT_FOUND, "containment " + id, "the journal has none of that id")
                : PlanJson.read(planned.get().entry().sent(), "containment " + id)
                        .map(plan -> state(plan, planned.get(), records));
    }

    private ContainmentState state(
            ContainmentPlan plan, JournalRecord planned, List<JournalRecord> records) {
        JournalEntry first = planned.entry();
        ContainmentState state =
                ContainmentState.begun(
                        plan,
                        new Confirmation(
                                first.operator(),
                                first.reason(),
                                first.incident(),
                                plan.approval().text()),
                        planned.at());
        for (JournalRecord record : records) {
            state = applied(state, record);
        }
        return state.endedAt().isPresent() ? state : cutOff(state);
    }

    private static ContainmentState applied(ContainmentState state, JournalRecord record) {
        Optional<JsonNode> json = StepJson.parse(record.entry().received());
        String type = json.map(j -> j.path("type").asString("")).orElse("");
        return switch (type) {
            case "step" -> state.with(StepJson.step(json.orElseThrow()));
            case RotationNotes.TYPE -> rotating(state, record.entry(), json.orElseThrow());
            case "proof" -> {
                JsonNode proof = json.orElseThrow();
                Optional<PlannedStep> step = state.plan().step(proof.path("number").asInt());
                yield step.isEmpty()
                        ? state
                        : state.with(state.step(step.get()).with(StepJson.proof(proof)));
            }
            case SightingJson.TYPE -> state.with(SightingJson.read(json.orElseThrow()));
            case "end" ->
                    state.ended(
                            record.entry().phase() == JournalEntry.Phase.ABORTED
                                    ? Phase.ABORTED
                                    : Phase.ENDED,
                            Instant.parse(json.orElseThrow().path("at").asString()));
            // Going on after an end: what follows tells how it really ended.
            case "resumed" -> reopened(state);
            // Ended among the journal's unfinished actions, by someone who looked.
            default ->
                    record.entry().phase() == JournalEntry.Phase.ABORTED
                            ? state.ended(Phase.ABORTED, record.at())
                            : state;
        };
    }

    /** A rotation that was begun: a later report of the step takes its place. */
    private static ContainmentState rotating(
            ContainmentState state, JournalEntry note, JsonNode json) {
        Optional<PlannedStep> step = state.plan().step(note.step());
        Optional<RotationPhase> phase = RotationPhase.read(json.path("phase").asString(""));
        return step.isEmpty() || phase.isEmpty()
                ? state
                : state.with(state.step(step.get()).at(phase.get()));
    }

    private static ContainmentState reopened(ContainmentState state) {
        return new ContainmentState(
                state.plan(),
                state.confirmation(),
                state.startedAt(),
                Phase.CUT_OFF,
                state.steps(),
                state.sightings(),
                Optional.empty(),
                Optional.empty());
    }

    /** A step that was begun and has no report: nobody knows. */
    private ContainmentState cutOff(ContainmentState state) {
        ContainmentState known = state.with(Phase.CUT_OFF);
        for (PlannedStep step : state.plan().steps()) {
            StepReport report = known.step(step);
            if (report.state() == StepState.SENT) {
                known = known.with(report.as(StepState.UNKNOWN, cutOff(step)));
            } else if (report.state() == StepState.WAITING
                    && journal.ofOperation(step.operationId(state.id())).stream()
                            .anyMatch(r -> r.entry().phase() == JournalEntry.Phase.SENDING)) {
                known = known.with(report.as(StepState.UNKNOWN, cutOff(step)));
            }
        }
        return known;
    }

    private static Failure cutOff(PlannedStep step) {
        return new Failure(
                Reason.LOST_MID_BATCH, step.writer(), "the run was cut off while it was sent");
    }
}
