package dev.curfew.lab.entry;

import dev.curfew.wire.spire.types.Entry;
import java.util.List;

/**
 * What one server believes the entries to be while it issues: read from the store when it starts
 * and every {@code cache_reload_interval} from then on. Administrators read the store itself, so
 * they see a deletion before the server has stopped issuing. Any thread may call.
 */
public final class EntryCache {
    private final EntryStore store;
    private volatile Kept kept = new Kept(-1, List.of());

    private record Kept(long changes, List<Entry> entries) {}

    /** A cache that is empty until its first {@link #reload}. */
    public EntryCache(EntryStore store) {
        this.store = store;
    }

    /** What it read last, in the order of creation. */
    public List<Entry> entries() {
        return kept.entries();
    }

    /** Reads the store, unless nothing has changed since the last time. */
    public void reload() {
        // Counted before it is read: what comes in between is read again the next time.
        var changes = store.changes();
        if (changes != kept.changes()) {
            kept = new Kept(changes, store.all().toList());
        }
    }
}
