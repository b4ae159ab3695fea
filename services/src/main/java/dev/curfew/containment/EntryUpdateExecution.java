package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.estate.EntryReads;
import dev.curfew.export.EntryJson;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.EntryUpdate;
import dev.curfew.spire.ItemResult;
import dev.curfew.spire.SpireServer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Changes entries that are there. SPIRE has no "only if unchanged", so each entry is read right
 * before: one whose revision is another than the operator saw is not sent. What remains of the race
 * is seen in the answer's revision.
 */
final class EntryUpdateExecution implements Execution {
    private static final int BATCH = 200;

    /** How much of an entry is written. */
    interface Write
            extends BiFunction<
                    SpireServer, List<EntryUpdate>, List<ItemResult<RegistrationEntry>>> {}

    private final SpireServer server;
    private final Map<String, RegistrationEntry> seen = new LinkedHashMap<>();
    private final Map<String, EntryDraft> wanted;
    private final Write write;
    private final Map<String, Optional<RegistrationEntry>> now = new LinkedHashMap<>();
    private final Map<String, RegistrationEntry> before = new LinkedHashMap<>();

    EntryUpdateExecution(
            SpireServer server,
            List<RegistrationEntry> seen,
            Map<String, EntryDraft> wanted,
            Write write) {
        this.server = server;
        seen.forEach(entry -> this.seen.put(entry.id(), entry));
        this.wanted = wanted;
        this.write = write;
    }

    @Override
    public int batchSize() {
        return BATCH;
    }

    @Override
    public Map<String, Failure> check(List<Item> items) {
        Map<String, Failure> stop = new HashMap<>();
        read(items)
                .forEach((id, outcome) -> {
                    switch (outcome) {
                        case Failed<RegistrationEntry>(var failure) -> stop.put(id, failure);
                        case Ok<RegistrationEntry>(var entry) -> {
                            before.put(id, entry);
                            RegistrationEntry known = seen.get(id);
                            if (known != null && known.revision() != entry.revision()) {
                                stop.put(id, changedMeanwhile(known, entry));
                            }
                        }
                    }
                });
        return stop;
    }

    static Failure changedMeanwhile(RegistrationEntry seen, RegistrationEntry found) {
        return new Failure(
                Reason.CHANGED_MEANWHILE,
                found.spiffeId().toString(),
                "you saw revision "
                        + seen.revision()
                        + ", it is revision "
                        + found.revision()
                        + " now");
    }

    @Override
    public String before() {
        return EntryJson.write(List.copyOf(before.values()));
    }

    @Override
    public void recall(String earlier) {
        EntryJson.read(earlier).forEach(entry -> before.put(entry.id(), entry));
    }

    @Override
    public String sent(List<Item> batch) {
        return EntryJson.writeWanted(updates(batch));
    }

    @Override
    public List<ItemResult<String>> send(List<Item> batch) {
        return write.apply(server, updates(batch)).stream()
                .map(result ->
                        new ItemResult<>(result.key(), result.outcome().then(this::accepted)))
                .toList();
    }

    /**
     * One more than what was read a moment ago; anything else means that someone wrote in between.
     */
    private Outcome<String> accepted(RegistrationEntry answered) {
        now.put(answered.id(), Optional.of(answered));
        RegistrationEntry was = before.get(answered.id());
        return was != null && answered.revision() != was.revision() + 1
                ? Outcome.failed(
                        Reason.CONTRADICTED,
                        answered.spiffeId().toString(),
                        "someone wrote to it at the same time (revision "
                                + was.revision()
                                + " became "
                                + answered.revision()
                                + ")")
                : Outcome.ok(answered.id());
    }

    @Override
    public Map<String, Outcome<Boolean>> readBack(List<Item> items) {
        Map<String, Outcome<Boolean>> same = new LinkedHashMap<>();
        read(items)
                .forEach((id, outcome) -> {
                    if (outcome instanceof Ok<RegistrationEntry>(var entry)) {
                        now.put(id, Optional.of(entry));
                    } else if (isGone(outcome)) {
                        now.put(id, Optional.empty());
                    }
                    EntryDraft target = wanted.get(id);
                    same.put(id, isAs(target, outcome));
                });
        return same;
    }

    private static boolean isGone(Outcome<RegistrationEntry> found) {
        return found instanceof Failed<RegistrationEntry>(var why)
                && why.reason() == Reason.NOT_FOUND;
    }

    /** One that is gone is not as wanted. */
    private static Outcome<Boolean> isAs(
            @Nullable EntryDraft target, Outcome<RegistrationEntry> found) {
        return isGone(found)
                ? Outcome.ok(false)
                : found.map(entry ->
                        target != null && FieldChanges.between(entry.toDraft(), target).isEmpty());
    }

    @Override
    public String after() {
        return EntryJson.write(now.values().stream().flatMap(Optional::stream).toList());
    }

    @Override
    public Map<String, Optional<RegistrationEntry>> entriesNow() {
        return now;
    }

    private Map<String, Outcome<RegistrationEntry>> read(List<Item> items) {
        return EntryReads.get(server, items.stream().map(Item::key).toList());
    }

    private List<EntryUpdate> updates(List<Item> batch) {
        return batch.stream()
                .flatMap(item ->
                        Optional.ofNullable(wanted.get(item.key()))
                                .map(draft -> new EntryUpdate(item.key(), draft))
                                .stream())
                .toList();
    }
}
