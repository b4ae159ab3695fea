package dev.curfew.containment;

import dev.curfew.containment.ChangePlan.Item;
import dev.curfew.export.RelationshipJson;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.Listing;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.Proof;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import dev.curfew.spire.ItemResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ends, shortens or puts back relationships of a policy backend, one call each and in the order of
 * the plan: the highest hop goes first. What reads back is asked for with the strongest
 * consistency.
 */
final class GrantExecution implements Execution {
    private final PolicyBackend backend;
    private final Way way;
    private final Map<String, Relationship> seen = new LinkedHashMap<>();
    private final Map<String, Relationship> before = new LinkedHashMap<>();
    private final Map<String, Optional<Relationship>> now = new LinkedHashMap<>();

    /** What is done to one of them, and what has to come of it. */
    private interface Way {
        Outcome<Optional<Relationship>> send(PolicyBackend backend, Relationship one);

        Outcome<Boolean> asWanted(
                PolicyBackend backend, Relationship seen, Optional<Relationship> sent);

        /** Whether it has to be there before. */
        default boolean needsIt() {
            return false;
        }

        /** What undo needs of one that was sent. */
        default Optional<Relationship> undone(
                Optional<Relationship> before, Optional<Relationship> sent) {
            return before;
        }
    }

    private GrantExecution(PolicyBackend backend, List<Relationship> seen, Way way) {
        this.backend = backend;
        this.way = way;
        seen.forEach(one -> this.seen.put(key(one), one));
    }

    static Execution of(PolicyBackend backend, Change.OfGrants change) {
        return switch (change) {
            case Change.EndGrants(var seen) -> new GrantExecution(backend, seen, new Ends());
            case Change.TightenGrants(var seen, var notAfter) ->
                    new GrantExecution(backend, seen, new Tightens(notAfter));
            case Change.RestoreGrants(var gone) ->
                    new GrantExecution(backend, gone, new Restores());
        };
    }

    /** An item's key. */
    static String key(Relationship relationship) {
        return relationship.display();
    }

    private record Ends() implements Way {
        @Override
        public Outcome<Optional<Relationship>> send(PolicyBackend backend, Relationship one) {
            return backend.end(one).map(_ -> Optional.empty());
        }

        @Override
        public Outcome<Boolean> asWanted(
                PolicyBackend backend, Relationship seen, Optional<Relationship> sent) {
            return judged(backend.proveEnded(seen));
        }
    }

    private record Tightens(Instant notAfter) implements Way {
        @Override
        public Outcome<Optional<Relationship>> send(PolicyBackend backend, Relationship one) {
            return backend.tighten(one, notAfter).map(Optional::of);
        }

        @Override
        public Outcome<Boolean> asWanted(
                PolicyBackend backend, Relationship seen, Optional<Relationship> sent) {
            // What took its place is known to the run that sent it; a later look asks whether
            // anything still stands that lasts longer.
            return sent.isPresent()
                    ? judged(backend.proveTightened(sent.get()))
                    : read(backend, seen).map(found -> found.stream().allMatch(this::isShort));
        }

        private boolean isShort(Relationship one) {
            return one.notAfter().filter(end -> !end.isAfter(notAfter)).isPresent();
        }

        @Override
        public boolean needsIt() {
            return true;
        }
    }

    private record Restores() implements Way {
        @Override
        public Outcome<Optional<Relationship>> send(PolicyBackend backend, Relationship one) {
            return backend.restore(one).map(_ -> Optional.of(one));
        }

        @Override
        public Outcome<Boolean> asWanted(
                PolicyBackend backend, Relationship seen, Optional<Relationship> sent) {
            return read(backend, seen).map(found -> found.equals(Optional.of(seen)));
        }

        @Override
        public Optional<Relationship> undone(
                Optional<Relationship> before, Optional<Relationship> sent) {
            return before.isPresent() ? Optional.empty() : sent;
        }
    }

    /** Access by another way is another grant; that this one is gone is what was wanted of it. */
    private static Outcome<Boolean> judged(Outcome<Proof> proof) {
        return proof.map(found -> found.verdict() != Proof.Verdict.CONTRADICTED);
    }

    private static Outcome<Optional<Relationship>> read(
            PolicyBackend backend, Relationship wanted) {
        List<Relationship> found = new ArrayList<>();
        Outcome<Listing> read =
                backend.list(RelationshipFilter.exactly(wanted), page -> found.addAll(page));
        return read.then(listing ->
                listing.failure()
                        .map(Outcome::<Optional<Relationship>>failed)
                        .orElseGet(() -> Outcome.ok(found.stream().findFirst())));
    }

    @Override
    public Map<String, Failure> check(List<Item> items) {
        Map<String, Failure> stop = new LinkedHashMap<>();
        for (Item item : items) {
            Relationship wanted = seen(item.key());
            switch (read(backend, wanted)) {
                case Failed<Optional<Relationship>>(var failure) -> stop.put(item.key(), failure);
                case Ok<Optional<Relationship>>(var found) -> {
                    found.ifPresent(one -> before.put(item.key(), one));
                    if (way.needsIt() && !found.equals(Optional.of(wanted))) {
                        stop.put(
                                item.key(),
                                new Failure(
                                        Reason.CHANGED_MEANWHILE,
                                        item.title(),
                                        found.isEmpty()
                                                ? "it is gone by now"
                                                : "its condition is another by now"));
                    }
                }
            }
        }
        return stop;
    }

    @Override
    public String before() {
        return RelationshipJson.write(before.values());
    }

    @Override
    public void recall(String earlier) {
        RelationshipJson.read(earlier).forEach(one -> before.put(key(one), one));
    }

    @Override
    public String sent(List<Item> batch) {
        return RelationshipJson.write(batch.stream().map(item -> seen(item.key())).toList());
    }

    @Override
    public List<ItemResult<String>> send(List<Item> batch) {
        return batch.stream()
                .map(item ->
                        new ItemResult<>(
                                item.key(),
                                way.send(backend, seen(item.key()))
                                        .map(instead -> {
                                            now.put(item.key(), instead);
                                            return instead.map(Relationship::display)
                                                    .orElse(item.key());
                                        })))
                .toList();
    }

    @Override
    public Map<String, Outcome<Boolean>> readBack(List<Item> items) {
        Map<String, Outcome<Boolean>> asWanted = new LinkedHashMap<>();
        for (Item item : items) {
            asWanted.put(
                    item.key(),
                    way.asWanted(
                            backend,
                            seen(item.key()),
                            now.getOrDefault(item.key(), Optional.empty())));
        }
        return asWanted;
    }

    @Override
    public String after() {
        return RelationshipJson.write(
                now.entrySet().stream()
                        .flatMap(one ->
                                way
                                        .undone(
                                                Optional.ofNullable(before.get(one.getKey())),
                                                one.getValue())
                                        .stream())
                        .toList());
    }

    @Override
    public Map<Relationship, Optional<Relationship>> grantsNow() {
        Map<Relationship, Optional<Relationship>> changed = new LinkedHashMap<>();
        now.forEach((key, instead) -> changed.put(seen(key), instead));
        return changed;
    }

    private Relationship seen(String key) {
        Relationship known = seen.get(key);
        if (known == null) {
            throw new IllegalArgumentException("no item of this change: " + key);
        }
        return known;
    }
}
