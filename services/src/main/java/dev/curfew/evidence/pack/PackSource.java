package dev.curfew.evidence.pack;

import dev.curfew.evidence.pack.PackFacts.State;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.ChainLink;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.Checkpoints;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import dev.curfew.store.Snapshots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what a pack is made of. Any thread; blocks for the store. */
final class PackSource {
    private final AuditJournal journal;
    private final Snapshots snapshots;
    private final Checkpoints checkpoints;

    PackSource(AuditJournal journal, Snapshots snapshots, Checkpoints checkpoints) {
        this.journal = journal;
        this.snapshots = snapshots;
        this.checkpoints = checkpoints;
    }

    /** Its records and those below it; NOT_FOUND for one that the journal does not know. */
    Outcome<List<JournalRecord>> known(String operation) {
        List<JournalRecord> records =
                operation.isEmpty() ? List.of() : journal.ofOperationAndBelow(operation);
        return records.isEmpty()
                ? Outcome.failed(
                        Reason.NOT_FOUND, "action " + operation, "the journal has no record of it")
                : Outcome.ok(records);
    }

    /**
     * @param seal on a record that is not before the operation's first
     * @return NOT_FOUND for an operation that the journal does not know
     */
    Outcome<PackFacts> gather(String operation, Checkpoint seal) {
        return known(operation)
                .map(all ->
                        all.stream().filter(record -> record.number() <= seal.number()).toList())
                .map(records -> facts(operation, records, seal));
    }

    private PackFacts facts(String operation, List<JournalRecord> records, Checkpoint seal) {
        long first = records.getFirst().number();
        return new PackFacts(
                operation,
                records,
                lines(records, journal.chain(first, seal.number())),
                seal,
                checkpoints.all().stream()
                        .filter(one -> one.number() >= first)
                        .filter(one -> one.number() <= seal.number())
                        .toList(),
                states(records));
    }

    private static List<ChainLine> lines(List<JournalRecord> own, List<ChainLink> chain) {
        Map<Long, JournalRecord> byNumber = new HashMap<>();
        own.forEach(record -> byNumber.put(record.number(), record));
        List<ChainLine> lines = new ArrayList<>(chain.size());
        for (ChainLink link : chain) {
            JournalRecord record = byNumber.get(link.number());
            lines.add(
                    record == null
                            ? new ChainLine.Foreign(link.number(), link.hash())
                            : line(record));
        }
        return lines;
    }

    private static ChainLine line(JournalRecord record) {
        JournalEntry entry = record.entry();
        String all =
                String.join(
                        "\n",
                        entry.sent(),
                        entry.received(),
                        entry.subject(),
                        entry.reason(),
                        entry.incident(),
                        entry.operator(),
                        entry.connection(),
                        entry.action());
        Optional<String> secret = SecretSigns.in(all);
        return secret.<ChainLine>map(why ->
                        new ChainLine.Withheld(
                                record.number(), record.previousHash(), record.hash(), why))
                .orElseGet(() -> new ChainLine.Own(record));
    }

    private List<State> states(List<JournalRecord> records) {
        List<State> states = new ArrayList<>();
        for (String operation :
                records.stream().map(record -> record.entry().operationId()).distinct().toList()) {
            for (String subject : snapshots.subjects(operation)) {
                snapshots
                        .find(operation, subject)
                        .ifPresent(json -> states.add(new State(operation, subject, json)));
            }
        }
        return states;
    }
}
