package dev.curfew.estate;

import dev.curfew.identity.RegistrationEntry;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * An immutable list of entries that grows cheaply: a longer table shares the array of the shorter
 * one, so that a scan can publish what it has after every page without copying it. Safe to read
 * from any thread; only the newest table of a scan may be grown, by one thread.
 */
public final class EntryTable extends AbstractList<RegistrationEntry> implements RandomAccess {
    public static final EntryTable EMPTY = new EntryTable(new RegistrationEntry[0], 0);

    private final RegistrationEntry[] rows;
    private final int size;

    private EntryTable(RegistrationEntry[] rows, int size) {
        this.rows = rows;
        this.size = size;
    }

    public static EntryTable of(List<RegistrationEntry> entries) {
        RegistrationEntry[] rows = entries.toArray(RegistrationEntry[]::new);
        return new EntryTable(rows, rows.length);
    }

    /** This table and {@code more} behind it. Must be called on the newest table only. */
    public EntryTable plus(List<RegistrationEntry> more) {
        int longer = size + more.size();
        RegistrationEntry[] target =
                longer <= rows.length
                        ? rows
                        : Arrays.copyOf(rows, Math.max(longer, size + size / 2));
        for (int i = 0; i < more.size(); i++) {
            target[size + i] = more.get(i);
        }
        return new EntryTable(target, longer);
    }

    /** Without spare room behind the last row: for a table that is complete. */
    public EntryTable trimmed() {
        return rows.length == size ? this : new EntryTable(Arrays.copyOf(rows, size), size);
    }

    /**
     * With some rows replaced by id; an empty one is taken out, an id that is not here is put at
     * the end.
     */
    EntryTable patched(Map<String, Optional<RegistrationEntry>> changed) {
        List<RegistrationEntry> result = new ArrayList<>(size + changed.size());
        Map<String, Optional<RegistrationEntry>> open = new LinkedHashMap<>(changed);
        for (RegistrationEntry entry : this) {
            Optional<RegistrationEntry> change = open.remove(entry.id());
            if (change == null) {
                result.add(entry);
            } else {
                change.ifPresent(result::add);
            }
        }
        open.values().forEach(added -> added.ifPresent(result::add));
        return of(result);
    }

    @Override
    public RegistrationEntry get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return rows[index];
    }

    /** Quick where the answer is plain: estates are compared each time one is shown. */
    @Override
    public boolean equals(Object other) {
        if (other instanceof EntryTable table && (table.size != size || table.rows == rows)) {
            return table.size == size;
        }
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public int size() {
        return size;
    }
}
