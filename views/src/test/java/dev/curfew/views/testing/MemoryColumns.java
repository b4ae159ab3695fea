package dev.curfew.views.testing;

import dev.curfew.views.kit.ColumnMemory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers columns for as long as it lives. */
public final class MemoryColumns implements ColumnMemory {
    private final Map<String, List<Remembered>> tables = new HashMap<>();

    @Override
    public List<Remembered> recall(String table) {
        return tables.getOrDefault(table, List.of());
    }

    @Override
    public void remember(String table, List<Remembered> columns) {
        tables.put(table, List.copyOf(columns));
    }
}
