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
import dev.curfew.spire.ItemResult;
import dev.curfew.spire.SpireServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Creates entries, new ones or deleted ones under their old ids. */
final class EntryCreateExecution implements Execution {
    private static final int BATCH = 200;

    private final SpireServer server;
    private final Map<String, EntryDraft> wanted;
    private final Function<List<String>, List<ItemResult<RegistrationEntry>>> create;
    private final Map<String, RegistrationEntry> created = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, Optional<RegistrationEntry>> now = new LinkedHashMap<>();

    /**
     * @param wanted by the items' keys
     * @param create makes those of the given keys, one result each, in order
     */
    private EntryCreateExecution(
            SpireServer server,
            Map<String, EntryDraft> wanted,
            Function<List<String>, List<ItemResult<RegistrationEntry>>> create) {
        this.server = server;
        this.wanted = wanted;
        this.create = create;
    }

    static EntryCreateExecution ofNew(SpireServer server, List<EntryDraft> drafts) {
        Map<String, EntryDraft> byNumber = new LinkedHashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            byNumber.put(String.valueOf(i), drafts.get(i));
        }
        return new EntryCreateExecution(
                server,
                byNumber,
                keys ->
                        server.entries()
                                .create(
                                        keys.stream()
                                                .map(key -> drafts.get(Integer.parseInt(key)))
                                                .toList()));
    }

    static EntryCreateExecution ofDeleted(SpireServer server, List<RegistrationEntry> before) {
        Map<String, EntryDraft> byId = new LinkedHashMap<>();
        before.forEach(entry -> byId.put(entry.id(), entry.toDraft()));
        return new EntryCreateExecution(
                server,
                byId,
                keys ->
                        server.entries()
                                .recreate(
                                        before.stream()
                                                .filter(entry -> keys.contains(entry.id()))
                                                .toList()));
    }

    @Override
    public int batchSize() {
        return BATCH;
    }

    /**
     * There is nothing to be read before: the server itself refuses an entry that is there already.
     */
    @Override
    public Map<String, Failure> check(List<Item> items) {
        return Map.of();
    }

    @Override
    public String before() {
        return "[]";
    }

    @Override
    public String sent(List<Item> batch) {
        return EntryJson.writeDrafts(
                batch.stream()
                        .flatMap(item -> Optional.ofNullable(wanted.get(item.key())).stream())
                        .toList());
    }

    @Override
    public List<ItemResult<String>> send(List<Item> batch) {
        List<ItemResult<RegistrationEntry>> answers =
                create.apply(batch.stream().map(Item::key).toList());
        List<ItemResult<String>> results = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            String key = batch.get(i).key();
            Outcome<RegistrationEntry> outcome = answers.get(i).outcome();
            if (outcome instanceof Ok<RegistrationEntry>(var entry)) {
                keep(key, entry);
            }
            results.add(new ItemResult<>(key, outcome.map(RegistrationEntry::id)));
        }
        return results;
    }

    /**
     * What is read back replaces what was answered: SPIRE answers with its lists sorted, and keeps
     * selectors and DNS names as they were given.
     */
    private void keep(String key, RegistrationEntry entry) {
        created.put(key, entry);
        ids.put(key, entry.id());
        now.put(entry.id(), Optional.of(entry));
    }

    @Override
    public Map<String, Outcome<Boolean>> readBack(List<Item> items) {
        Map<String, Outcome<RegistrationEntry>> read = EntryReads.get(server, ids.values());
        Map<String, Outcome<Boolean>> same = new LinkedHashMap<>();
        for (Item item : items) {
            String id = ids.get(item.key());
            EntryDraft target = wanted.get(item.key());
            Outcome<RegistrationEntry> found = id == null ? null : read.get(id);
            if (id != null && target != null && found != null) {
                same.put(item.key(), isAs(target, item.key(), id, found));
            }
        }
        return same;
    }

    /** One that is gone again is not as wanted. */
    private Outcome<Boolean> isAs(
            EntryDraft target, String key, String id, Outcome<RegistrationEntry> found) {
        return switch (found) {
            case Ok<RegistrationEntry>(var entry) -> {
                keep(key, entry);
                yield Outcome.ok(FieldChanges.between(entry.toDraft(), target).isEmpty());
            }
            case Failed<RegistrationEntry>(var why) -> {
                if (why.reason() != Reason.NOT_FOUND) {
                    yield Outcome.failed(why);
                }
                now.put(id, Optional.empty());
                yield Outcome.ok(false);
            }
        };
    }

    @Override
    public Map<String, String> made() {
        return ids;
    }

    @Override
    public void resume(Map<String, String> made) {
        ids.putAll(made);
    }

    @Override
    public String after() {
        return EntryJson.write(List.copyOf(created.values()));
    }

    @Override
    public Map<String, Optional<RegistrationEntry>> entriesNow() {
        return now;
    }
}
