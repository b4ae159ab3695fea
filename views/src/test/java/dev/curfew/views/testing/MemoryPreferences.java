package dev.curfew.views.testing;

import dev.curfew.store.Preferences;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Preferences that nobody keeps. */
public final class MemoryPreferences implements Preferences {
    private final Map<String, String> all = new HashMap<>();

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(all.get(key));
    }

    @Override
    public void put(String key, String value) {
        all.put(key, value);
    }
}
