package dev.curfew.containment;

import dev.curfew.estate.Estate;
import dev.curfew.export.EntryJson;
import dev.curfew.export.FederationJson;
import dev.curfew.export.RelationshipJson;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import dev.curfew.store.Snapshots;
import io.spiffe.spiffeid.SpiffeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The change that puts an earlier action back, from its snapshots. It is planned, confirmed and
 * journaled like any other. Any thread; blocks for the store alone.
 */
public final class Undo {
    static final String BEFORE = "before";
    static final String AFTER = "after";

    private final AuditJournal journal;
    private final Snapshots snapshots;

    public Undo(AuditJournal journal, Snapshots snapshots) {
        this.journal = journal;
        this.snapshots = snapshots;
    }

    /**
     * NOT_FOUND for an unknown operation or one that changed nothing; REFUSED for one that can not
     * be put back.
     */
    public Outcome<Change> of(String operationId, Estate estate) {
        List<JournalRecord> records = journal.ofOperation(operationId);
        Optional<JournalRecord> planned = planned(records);
        Optional<String> before = snapshots.find(operationId, BEFORE);
        Optional<String> after = after(operationId);
        if (planned.isEmpty() || before.isEmpty() || after.isEmpty()) {
            return Outcome.failed(
                    Reason.NOT_FOUND, "action " + operationId, "nothing was kept of it");
        }
        if (records.stream()
                .map(r -> r.entry().phase())
                .noneMatch(phase -> phase == Phase.ACCEPTED || phase == Phase.CONFIRMED)) {
            return Outcome.failed(Reason.NOT_FOUND, "action " + operationId, "it changed nothing");
        }
        String action = planned.get().entry().action();
        return switch (kind(action)) {
            case TIGHTEN, EDIT, REVERT -> revert(operationId, before.get(), after.get());
            case DELETE -> restore(operationId, before.get(), after.get());
            case CREATE, RESTORE ->
                    some(operationId, EntryJson.read(after.get())).map(Change.DeleteEntries::new);
            case BAN ->
                    node(EntryJson.readIds(after.get()), planned.get().entry().connection(), estate)
                            .map(Change.LiftBan::new);
            case ADD_FEDERATION ->
                    Outcome.ok(
                            new Change.RemoveFederation(
                                    FederationJson.read(after.get()), Optional.empty()));
            case REMOVE_FEDERATION ->
                    Outcome.ok(new Change.AddFederation(FederationJson.read(before.get())));
            case END_GRANTS, TIGHTEN_GRANTS ->
                    some(operationId, RelationshipJson.read(after.get()))
                            .map(Change.RestoreGrants::new);
            case RESTORE_GRANTS ->
                    some(operationId, RelationshipJson.read(after.get()))
                            .map(Change.EndGrants::new);
            case QUARANTINE ->
                    some(operationId, identities(after.get())).map(Change.LiftQuarantine::new);
            case LIFT_QUARANTINE ->
                    some(operationId, identities(after.get())).map(Change.Quarantine::new);
            case EVICT, LIFT_BAN, JOIN_TOKEN, REFRESH_FEDERATION ->
                    Outcome.failed(Reason.REFUSED, "undo of " + action, "it can not be put back");
        };
    }

    /**
     * A run that went on after another knows only of its own part: each leaves what it found under
     * a name of its own.
     */
    static void saveAfter(Snapshots snapshots, String operationId, String json) {
        long earlier =
                snapshots.subjects(operationId).stream().filter(s -> s.startsWith(AFTER)).count();
        snapshots.save(operationId, earlier == 0 ? AFTER : AFTER + "-" + (earlier + 1), json);
    }

    private Optional<String> after(String operationId) {
        List<String> parts =
                snapshots.subjects(operationId).stream()
                        .filter(subject -> subject.startsWith(AFTER))
                        .flatMap(subject -> snapshots.find(operationId, subject).stream())
                        .toList();
        return parts.size() <= 1
                ? parts.stream().findFirst()
                : Optional.of(EntryJson.joined(parts));
    }

    /** The connection that an action was made on; empty for an unknown one. */
    public Optional<String> connectionOf(String operationId) {
        return planned(journal.ofOperation(operationId)).map(r -> r.entry().connection());
    }

    private static Optional<JournalRecord> planned(List<JournalRecord> records) {
        return records.stream().filter(r -> r.entry().phase() == Phase.PLANNED).findFirst();
    }

    private static Outcome<Change> revert(String operationId, String before, String after) {
        List<RegistrationEntry> old = EntryJson.read(before);
        List<Change.RevertEntries.Revert> reverts = new ArrayList<>();
        for (RegistrationEntry left : EntryJson.read(after)) {
            old.stream()
                    .filter(entry -> entry.id().equals(left.id()))
                    .filter(entry ->
                            !FieldChanges.between(entry.toDraft(), left.toDraft()).isEmpty())
                    .findFirst()
                    .ifPresent(entry -> reverts.add(new Change.RevertEntries.Revert(left, entry)));
        }
        return some(operationId, reverts).map(Change.RevertEntries::new);
    }

    private static Outcome<Change> restore(String operationId, String before, String after) {
        Set<String> gone = new HashSet<>(EntryJson.readIds(after));
        List<RegistrationEntry> entries =
                EntryJson.read(before).stream().filter(entry -> gone.contains(entry.id())).toList();
        return some(operationId, entries).map(Change.RestoreEntries::new);
    }

    private static List<SpiffeId> identities(String json) {
        return EntryJson.readIds(json).stream().map(SpiffeId::parse).toList();
    }

    private static <T> Outcome<List<T>> some(String operationId, List<T> items) {
        return items.isEmpty()
                ? Outcome.failed(Reason.NOT_FOUND, "action " + operationId, "it changed nothing")
                : Outcome.ok(items);
    }

    private static Outcome<Node> node(List<String> ids, String connection, Estate estate) {
        return estate.server(connection).stream()
                .flatMap(server -> server.nodes().value().stream())
                .filter(node -> ids.contains(node.id().toString()))
                .findFirst()
                .map(Outcome::ok)
                .orElseGet(() ->
                        Outcome.failed(
                                Reason.NOT_FOUND,
                                "the node " + String.join(", ", ids),
                                "it is not in the list any more"));
    }

    private static ActionKind kind(String word) {
        for (ActionKind kind : ActionKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no action is called " + word);
    }
}
