package dev.curfew.lab.policy;

import com.google.protobuf.Timestamp;
import dev.curfew.wire.openfga.ErrorCode;
import dev.curfew.wire.openfga.RelationshipCondition;
import dev.curfew.wire.openfga.Tuple;
import dev.curfew.wire.openfga.TupleChange;
import dev.curfew.wire.openfga.TupleKey;
import dev.curfew.wire.openfga.TupleKeyWithoutCondition;
import dev.curfew.wire.openfga.TupleOperation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The tuples of one store and all that was done to them. Any thread may call. */
final class TupleStore {
    private final InstantSource clock;
    private final Map<Key, Row> rows = new HashMap<>();
    private final TreeMap<Long, Row> inOrder = new TreeMap<>();
    private final Map<String, Map<Key, Row>> byRelation = new HashMap<>();
    private final List<TupleChange> changes = new ArrayList<>();
    private long last;

    /** What makes two tuples the same, whatever their conditions. */
    record Key(String object, String relation, String user) {
        static Key of(TupleKey tuple) {
            return new Key(tuple.getObject(), tuple.getRelation(), tuple.getUser());
        }

        static Key of(TupleKeyWithoutCondition tuple) {
            return new Key(tuple.getObject(), tuple.getRelation(), tuple.getUser());
        }

        @Override
        public String toString() {
            return "user: '%s', relation: '%s', object: '%s'".formatted(user, relation, object);
        }
    }

    /** A tuple and its place in the order of writing. */
    record Row(long number, Tuple tuple) {}

    /**
     * Part of a list.
     *
     * @param next where the next part begins; empty at the end
     */
    record Page<T>(List<T> items, Optional<Long> next) {}

    TupleStore(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Deletes, then writes, all or nothing.
     *
     * @param lenient which of them may have been done already
     * @throws PolicyRefusal if one of the others has
     */
    synchronized void write(List<Key> deletes, List<TupleKey> writes, Lenience lenient) {
        var gone = deletes.stream().filter(key -> !isMissing(key, lenient)).toList();
        var added = writes.stream().filter(tuple -> !isThere(tuple, lenient)).toList();
        var now = timestamp(clock.instant());
        // In the order in which they lie there, as the real server in memory does it.
        gone.stream()
                .map(key -> row(key).orElseThrow())
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .forEach(row -> remove(row, now));
        added.forEach(tuple -> add(tuple, now));
    }

    /**
     * What may have been done already.
     *
     * @param duplicate writes of what is there
     * @param missing deletions of what is not
     */
    record Lenience(boolean duplicate, boolean missing) {
        static final Lenience NONE = new Lenience(false, false);
    }

    private boolean isMissing(Key key, Lenience lenient) {
        if (rows.containsKey(key)) {
            return false;
        }
        if (lenient.missing()) {
            return true;
        }
        throw failed("cannot delete a tuple which does not exist: " + key);
    }

    private boolean isThere(TupleKey tuple, Lenience lenient) {
        var key = Key.of(tuple);
        var row = rows.get(key);
        if (row == null) {
            return false;
        }
        if (!lenient.duplicate()) {
            throw failed("cannot write a tuple which already exists: " + key);
        }
        if (!row.tuple().getKey().getCondition().equals(tuple.getCondition())) {
            throw PolicyRefusal.conflict(
                    "transactional write failed due to conflict: attempted to write a tuple which"
                            + " already exists with a different condition: "
                            + key);
        }
        return true;
    }

    private static PolicyRefusal failed(String what) {
        return PolicyRefusal.of(
                ErrorCode.write_failed_due_to_invalid_input,
                what
                        + ": tuple to be written already existed or the tuple to be deleted did not"
                        + " exist");
    }

    private void remove(Row row, Timestamp now) {
        var key = Key.of(row.tuple().getKey());
        rows.remove(key);
        inOrder.remove(row.number());
        var related = byRelation.get(place(key.object(), key.relation()));
        if (related != null) {
            related.remove(key);
        }
        // What condition it had is not told.
        note(
                row.tuple().getKey().toBuilder().clearCondition().build(),
                TupleOperation.TUPLE_OPERATION_DELETE,
                now);
    }

    private void add(TupleKey tuple, Timestamp now) {
        var kept = tuple.hasCondition() ? named(tuple) : tuple;
        var row = new Row(++last, Tuple.newBuilder().setKey(kept).setTimestamp(now).build());
        var key = Key.of(kept);
        rows.put(key, row);
        inOrder.put(row.number(), row);
        byRelation
                .computeIfAbsent(place(key.object(), key.relation()), any -> new LinkedHashMap<>())
                .put(key, row);
        note(kept, TupleOperation.TUPLE_OPERATION_WRITE, now);
    }

    /** A condition without values comes back with an empty set of them. */
    private static TupleKey named(TupleKey tuple) {
        return tuple.toBuilder()
                .setCondition(
                        RelationshipCondition.newBuilder()
                                .setName(tuple.getCondition().getName())
                                .setContext(tuple.getCondition().getContext()))
                .build();
    }

    private void note(TupleKey tuple, TupleOperation operation, Timestamp now) {
        changes.add(
                TupleChange.newBuilder()
                        .setTupleKey(tuple)
                        .setOperation(operation)
                        .setTimestamp(now)
                        .build());
    }

    private synchronized Optional<Row> row(Key key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** The tuples of one relation of one object, oldest first. */
    synchronized List<TupleKey> of(String object, String relation) {
        return byRelation.getOrDefault(place(object, relation), Map.of()).values().stream()
                .map(row -> row.tuple().getKey())
                .toList();
    }

    /** All tuples, oldest first. */
    synchronized List<TupleKey> all() {
        return inOrder.values().stream().map(row -> row.tuple().getKey()).toList();
    }

    /**
     * A page of tuples, oldest first.
     *
     * @param after the number of the last one of the page before; 0 for the first
     */
    synchronized Page<Tuple> page(Predicate<TupleKey> wanted, long after, int size) {
        var page = new ArrayList<Tuple>();
        long end = after;
        for (var row : inOrder.tailMap(after, false).values()) {
            if (wanted.test(row.tuple().getKey())) {
                if (page.size() == size) {
                    return new Page<>(page, Optional.of(end));
                }
                page.add(row.tuple());
                end = row.number();
            }
        }
        return new Page<>(page, Optional.empty());
    }

    /**
     * What was done to tuples of objects of a type, or of all types if it is empty; oldest first.
     * There is a next page even at the end: later changes come there.
     *
     * @param since leaves out what was done before
     */
    synchronized Page<TupleChange> changes(String type, Instant since, long after, int size) {
        var page = new ArrayList<TupleChange>();
        long end = after;
        for (var i = (int) Math.min(after, changes.size());
                i < changes.size() && page.size() < size;
                i++) {
            var change = changes.get(i);
            if ((type.isEmpty() || Names.type(change.getTupleKey().getObject()).equals(type))
                    && !instant(change.getTimestamp()).isBefore(since)) {
                page.add(change);
                end = i + 1L;
            }
        }
        return new Page<>(page, page.isEmpty() ? Optional.empty() : Optional.of(end));
    }

    private static String place(String object, String relation) {
        return object + "#" + relation;
    }

    static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }

    static Instant instant(Timestamp at) {
        return Instant.ofEpochSecond(at.getSeconds(), at.getNanos());
    }
}
