package dev.curfew.evidence.pack;

import dev.curfew.evidence.timeline.RecordedJson;
import dev.curfew.store.JournalRecord;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Hashes of states that the journal has: a record's {@code received} may hold an object {@code
 * states} with the SHA-256 of each state by its subject. Pure.
 */
final class Kept {
    private Kept() {}

    /** Lower-case hex; empty where the journal says nothing of this state. */
    static Optional<String> sha256(List<JournalRecord> records, String operation, String subject) {
        return records.stream()
                .filter(record -> record.entry().operationId().equals(operation))
                .map(record -> RecordedJson.read(record.entry().received()).path("states"))
                .map(states -> states.path(subject))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst();
    }

    /** Subjects of an operation whose hashes the journal has. */
    static List<String> subjects(List<JournalRecord> records, String operation) {
        return records.stream()
                .filter(record -> record.entry().operationId().equals(operation))
                .map(record -> RecordedJson.read(record.entry().received()).path("states"))
                .flatMap(states -> states.propertyNames().stream())
                .distinct()
                .toList();
    }
}
