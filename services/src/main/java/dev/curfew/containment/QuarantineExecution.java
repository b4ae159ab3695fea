package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.export.EntryJson;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.Proof;
import dev.curfew.policy.Quarantine;
import dev.curfew.spire.ItemResult;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Begins or lifts the quarantine of identities, one call each. A backend takes a moment to load
 * what it was given: it is asked again until it decides so, for a few seconds.
 */
final class QuarantineExecution implements Execution {
    /** The kind of subject that a workload is to a policy backend. */
    private static final String KIND = "agent";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final PolicyBackend backend;
    private final boolean begins;
    private final Map<String, SpiffeId> identities = new LinkedHashMap<>();
    private final Set<String> asWantedBefore = new LinkedHashSet<>();
    private final Set<String> done = new LinkedHashSet<>();
    private Quarantine.Cause cause = new Quarantine.Cause("", "");

    private QuarantineExecution(PolicyBackend backend, boolean begins, List<SpiffeId> identities) {
        this.backend = backend;
        this.begins = begins;
        identities.forEach(id -> this.identities.put(id.toString(), id));
    }

    static Execution begin(PolicyBackend backend, List<SpiffeId> identities) {
        return new QuarantineExecution(backend, true, identities);
    }

    static Execution lift(PolicyBackend backend, List<SpiffeId> identities) {
        return new QuarantineExecution(backend, false, identities);
    }

    @Override
    public void confirmedBy(Confirmation confirmation) {
        cause = new Quarantine.Cause(confirmation.operator(), confirmation.incident());
    }

    /** One that is so already is sent all the same: that does no harm, and undo leaves it alone. */
    @Override
    public Map<String, Failure> check(List<Item> items) {
        Map<String, Failure> stop = new LinkedHashMap<>();
        for (Item item : items) {
            switch (isAsWanted(item.key())) {
                case Failed<Boolean>(var failure) -> stop.put(item.key(), failure);
                case Ok<Boolean>(var already) when already -> asWantedBefore.add(item.key());
                case Ok<Boolean> _ -> {}
            }
        }
        return stop;
    }

    @Override
    public String before() {
        return EntryJson.writeIds(List.copyOf(asWantedBefore));
    }

    @Override
    public void recall(String earlier) {
        asWantedBefore.clear();
        asWantedBefore.addAll(EntryJson.readIds(earlier));
    }

    @Override
    public String sent(List<Item> batch) {
        return EntryJson.writeIds(batch.stream().map(Item::key).toList());
    }

    @Override
    public List<ItemResult<String>> send(List<Item> batch) {
        return batch.stream()
                .map(item -> new ItemResult<>(item.key(), subject(item.key()).then(this::change)))
                .toList();
    }

    private Outcome<String> change(PolicyEntity subject) {
        return begins
                ? backend.quarantine(subject, cause).map(Quarantine::policy)
                : backend.lift(subject).map(Enum::name);
    }

    @Override
    public Map<String, Outcome<Boolean>> readBack(List<Item> items) {
        Map<String, Outcome<Boolean>> asWanted = new LinkedHashMap<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Item item : items) {
            Outcome<Boolean> now = isAsWanted(item.key());
            while (now instanceof Ok<Boolean>(var same) && !same && waited(end)) {
                now = isAsWanted(item.key());
            }
            if (now instanceof Ok<Boolean>(var same) && same) {
                done.add(item.key());
            }
            asWanted.put(item.key(), now);
        }
        return asWanted;
    }

    /** False: it was waited for long enough. */
    private static boolean waited(long end) {
        if (System.nanoTime() >= end) {
            return false;
        }
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome<Boolean> isAsWanted(String key) {
        return subject(key)
                .then(backend::proveQuarantined)
                .map(proof -> (proof.verdict() == Proof.Verdict.CONFIRMED) == begins);
    }

    private Outcome<PolicyEntity> subject(String key) {
        SpiffeId id = identities.get(key);
        if (id == null) {
            throw new IllegalArgumentException("no item of this change: " + key);
        }
        return backend.ids().write(id).map(spelt -> new PolicyEntity(KIND, spelt));
    }

    /** What undo has to turn round: not what was so before. */
    @Override
    public String after() {
        return EntryJson.writeIds(
                done.stream().filter(key -> !asWantedBefore.contains(key)).toList());
    }
}
