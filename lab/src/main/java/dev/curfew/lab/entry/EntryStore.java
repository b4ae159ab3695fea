package dev.curfew.lab.entry;

import dev.curfew.lab.rpc.Pages;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.SPIFFEID;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The registration entries of one server, made for a hundred thousand of them. Reads never wait;
 * writes are one at a time, under this object's monitor. Any thread may call.
 */
public final class EntryStore {
    private final ConcurrentSkipListMap<Long, EntryRow> rows = new ConcurrentSkipListMap<>();
    private final Map<String, Long> rowOf = new ConcurrentHashMap<>();
    private final EntryIndex bySpiffeId = new EntryIndex();
    private final EntryIndex byParentId = new EntryIndex();
    private long lastRow;
    private volatile long changes;

    /** Grows with everything that is written. */
    public long changes() {
        return changes;
    }

    /** The entry of an ID. */
    public Optional<Entry> find(String id) {
        return Optional.ofNullable(rowOf.get(id)).map(rows::get).map(EntryRow::entry);
    }

    /** All entries in the order of their creation. */
    public Stream<Entry> all() {
        return rows.values().stream().map(EntryRow::entry);
    }

    /** How many there are. */
    public int size() {
        return rowOf.size();
    }

    /** Whether any entry makes this SPIFFE ID an administrator. */
    public boolean isAdmin(SPIFFEID spiffeId) {
        return bySpiffeId.rows(spiffeId).stream()
                .map(rows::get)
                .filter(Objects::nonNull)
                .anyMatch(row -> row.entry().getAdmin());
    }

    /** A page of the entries that a filter lets through. */
    Pages.Page<EntryRow> page(EntryFilter filter, int size, String token) {
        return Pages.cut(
                after -> rowsAfter(filter, after),
                size,
                token,
                row -> filter.counts(row.entry()),
                row -> filter.shows(row.entry()));
    }

    /** How many entries a filter lets through. */
    int count(EntryFilter filter) {
        var all = rowsAfter(filter, 0);
        var count = 0;
        while (all.hasNext()) {
            var entry = all.next().entry();
            if (filter.counts(entry) && filter.shows(entry)) {
                count++;
            }
        }
        return count;
    }

    private Iterator<EntryRow> rowsAfter(EntryFilter filter, long after) {
        NavigableSet<Long> few;
        if (filter.spiffeId() != null) {
            few = bySpiffeId.rows(filter.spiffeId());
        } else if (filter.parentId() != null) {
            few = byParentId.rows(filter.parentId());
        } else {
            return rows.tailMap(after, false).values().iterator();
        }
        return few.tailSet(after, false).stream()
                .map(rows::get)
                .filter(Objects::nonNull)
                .iterator();
    }

    /** The entry with the same parent, SPIFFE ID and set of selectors. */
    synchronized Optional<Entry> similar(Entry entry) {
        var filter = EntryFilter.similarTo(entry);
        return page(filter, 0, "").rows().stream().findFirst().map(EntryRow::entry);
    }

    /** Adds an entry as it is; its ID must be new. */
    public synchronized void add(Entry entry) {
        var row = ++lastRow;
        if (rowOf.putIfAbsent(entry.getId(), row) != null) {
            throw new IllegalArgumentException("there is an entry " + entry.getId());
        }
        index(row, entry);
        rows.put(row, new EntryRow(row, entry));
        changes++;
    }

    /** Puts a changed entry in the place of the one with its ID. */
    public synchronized void replace(Entry entry) {
        var row = Objects.requireNonNull(rowOf.get(entry.getId()));
        var before = Objects.requireNonNull(rows.get(row)).entry();
        index(row, entry);
        rows.put(row, new EntryRow(row, entry));
        if (!before.getSpiffeId().equals(entry.getSpiffeId())) {
            bySpiffeId.remove(before.getSpiffeId(), row);
        }
        if (!before.getParentId().equals(entry.getParentId())) {
            byParentId.remove(before.getParentId(), row);
        }
        changes++;
    }

    /** Deletes an entry; false if there is none. */
    public synchronized boolean delete(String id) {
        var row = rowOf.remove(id);
        if (row == null) {
            return false;
        }
        var gone = Objects.requireNonNull(rows.remove(row)).entry();
        bySpiffeId.remove(gone.getSpiffeId(), row);
        byParentId.remove(gone.getParentId(), row);
        changes++;
        return true;
    }

    /** The entries that federate with a trust domain. */
    public List<Entry> federatedWith(String trustDomain) {
        return matching(entry -> entry.getFederatesWithList().contains(trustDomain));
    }

    /** Makes every entry stop federating with a trust domain. Revisions stay as they are. */
    public synchronized void dissociate(String trustDomain) {
        for (var entry : federatedWith(trustDomain)) {
            var left =
                    entry.getFederatesWithList().stream()
                            .filter(other -> !other.equals(trustDomain))
                            .toList();
            replace(entry.toBuilder().clearFederatesWith().addAllFederatesWith(left).build());
        }
    }

    /** Deletes what has expired before the given time; how many. */
    public synchronized int prune(Instant now) {
        var expired =
                matching(entry ->
                        entry.getExpiresAt() != 0 && entry.getExpiresAt() < now.getEpochSecond());
        expired.forEach(entry -> delete(entry.getId()));
        return expired.size();
    }

    private List<Entry> matching(Predicate<Entry> wanted) {
        return all().filter(wanted).toList();
    }

    private void index(long row, Entry entry) {
        bySpiffeId.add(entry.getSpiffeId(), row);
        byParentId.add(entry.getParentId(), row);
    }
}
