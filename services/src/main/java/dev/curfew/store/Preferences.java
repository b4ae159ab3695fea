package dev.curfew.store;

import java.util.Optional;

/** Small settings of views (columns, widths, theme) by key. Any thread; blocks. */
public interface Preferences {
    Optional<String> get(String key);

    void put(String key, String value);
}
