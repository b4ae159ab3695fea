package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.estate.EntryReads;
import dev.curfew.export.EntryJson;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.ItemResult;
import dev.curfew.spire.SpireServer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deletes entries. One that is gone already is as wanted. */
final class EntryDeleteExecution implements Execution {
    private static final int BATCH = 200;

    private final SpireServer server;
    private final Map<String, RegistrationEntry> seen = new LinkedHashMap<>();
    private final Map<String, RegistrationEntry> before = new LinkedHashMap<>();
    private final Map<String, Optional<RegistrationEntry>> now = new LinkedHashMap<>();

    EntryDeleteExecution(SpireServer server, List<RegistrationEntry> seen) {
        this.server = server;
        seen.forEach(entry -> this.seen.put(entry.id(), entry));
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
                        case Failed<RegistrationEntry>(var failure)
                                when failure.reason() == Reason.NOT_FOUND ->
                                now.put(id, Optional.empty());
                        case Failed<RegistrationEntry>(var failure) -> stop.put(id, failure);
                        case Ok<RegistrationEntry>(var entry) -> {
                            before.put(id, entry);
                            RegistrationEntry known = seen.get(id);
                            if (known != null && known.revision() != entry.revision()) {
                                stop.put(id, EntryUpdateExecution.changedMeanwhile(known, entry));
                            }
                        }
                    }
                });
        return stop;
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
        return EntryJson.writeIds(batch.stream().map(Item::key).toList());
    }

    @Override
    public List<ItemResult<String>> send(List<Item> batch) {
        return server.entries().delete(batch.stream().map(Item::key).toList()).stream()
                .map(result ->
                        result.outcome() instanceof Failed<String>(var failure)
                                        && failure.reason() == Reason.NOT_FOUND
                                ? new ItemResult<>(result.key(), Outcome.ok(result.key()))
                                : result)
                .toList();
    }

    @Override
    public Map<String, Outcome<Boolean>> readBack(List<Item> items) {
        Map<String, Outcome<Boolean>> gone = new LinkedHashMap<>();
        read(items)
                .forEach((id, outcome) ->
                        gone.put(
                                id,
                                switch (outcome) {
                                    case Ok<RegistrationEntry>(var entry) -> {
                                        now.put(id, Optional.of(entry));
                                        yield Outcome.ok(false);
                                    }
                                    case Failed<RegistrationEntry>(var failure) -> {
                                        if (failure.reason() != Reason.NOT_FOUND) {
                                            yield Outcome.failed(failure);
                                        }
                                        now.put(id, Optional.empty());
                                        yield Outcome.ok(true);
                                    }
                                }));
        return gone;
    }

    /** Only what is really gone can be put back. */
    @Override
    public String after() {
        return EntryJson.writeIds(
                now.entrySet().stream()
                        .filter(one -> one.getValue().isEmpty() && before.containsKey(one.getKey()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Override
    public Map<String, Optional<RegistrationEntry>> entriesNow() {
        return now;
    }

    private Map<String, Outcome<RegistrationEntry>> read(List<Item> items) {
        return EntryReads.get(server, items.stream().map(Item::key).toList());
    }
}
