package dev.curfew.lab.entry;

import dev.curfew.wire.spire.types.SPIFFEID;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Row numbers by a SPIFFE ID. */
final class EntryIndex {
    private final Map<SPIFFEID, NavigableSet<Long>> rows = new ConcurrentHashMap<>();

    NavigableSet<Long> rows(SPIFFEID id) {
        return rows.getOrDefault(id, Collections.emptyNavigableSet());
    }

    void add(SPIFFEID id, long row) {
        rows.computeIfAbsent(id, unused -> new ConcurrentSkipListSet<>()).add(row);
    }

    void remove(SPIFFEID id, long row) {
        rows.computeIfPresent(
                id,
                (unused, set) -> {
                    set.remove(row);
                    return set.isEmpty() ? null : set;
                });
    }
}
