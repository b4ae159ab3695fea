package dev.curfew.evidence.report;

import dev.curfew.evidence.timeline.Timeline;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a report is made of.
 *
 * @param operation that the pack is about
 * @param pack how the pack is called
 * @param curfew the version that makes it
 * @param exporter who makes it
 * @param records of the operation and of those below it, in their order; without withheld ones
 * @param withheld how many own records were not handed out
 * @param seal up to which the journal goes with the pack, and when and by which key it was made
 * @param files with their hashes, without the report
 */
public record ReportFacts(
        String operation,
        String pack,
        String curfew,
        String exporter,
        List<JournalRecord> records,
        int withheld,
        Timeline timeline,
        Checkpoint seal,
        long firstRecord,
        List<StateFile> states,
        List<FileHash> files) {
    public ReportFacts {
        records = List.copyOf(records);
        states = List.copyOf(states);
        files = List.copyOf(files);
    }

    /**
     * What something was before or after.
     *
     * @param vouched the journal has its hash, so it can not have been exchanged later
     */
    public record StateFile(
            String operation, String subject, String name, long bytes, boolean vouched) {}

    public record FileHash(String name, long bytes, String sha256) {}

    /** What best says what it is about; empty if every record was withheld. */
    Optional<JournalEntry> headline() {
        return planned()
                .or(() -> own().findFirst())
                .or(() -> records.stream().findFirst())
                .map(JournalRecord::entry);
    }

    Optional<JournalRecord> planned() {
        return own().filter(record -> record.entry().phase() == Phase.PLANNED).findFirst();
    }

    /** One that went on after it was stopped ended with what came last. */
    Optional<JournalRecord> ended() {
        return own().filter(record ->
                        record.entry().phase() == Phase.FINISHED
                                || record.entry().phase() == Phase.ABORTED)
                .reduce((earlier, later) -> later);
    }

    /** Of the operation itself, not of one below it. */
    boolean isOwn(JournalRecord record) {
        return record.entry().operationId().equals(operation);
    }

    private Stream<JournalRecord> own() {
        return records.stream().filter(record -> record.entry().operationId().equals(operation));
    }

    /** The number of the step that a record belongs to; empty for the whole. */
    String partOf(JournalRecord record) {
        return timeline.events().stream()
                .filter(event -> event.record().number() == record.number())
                .map(Timeline.Event::part)
                .findFirst()
                .orElse("");
    }

    boolean isAllAsWanted() {
        List<String> parts = timeline.parts();
        return PlannedSteps.of(timeline).notIn(parts).isEmpty()
                && parts.stream().allMatch(part -> PartOutcome.of(timeline.of(part)).isAsWanted());
    }

    /** How an operation is called beside its own pack's: its number, or nothing for the whole. */
    String shortName(String id) {
        return id.equals(operation) ? "" : id.substring(operation.length() + 1);
    }
}
