package dev.curfew.app.cli.journal;

import dev.curfew.store.Checkpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest seal of each key. */
final class Seals {
    private Seals() {}

    /**
     * @param checkpoints in the order of their records
     */
    static List<Checkpoint> newest(List<Checkpoint> checkpoints) {
        Map<String, Checkpoint> byKey = new LinkedHashMap<>();
        checkpoints.forEach(one -> byKey.put(one.key().thumbprint(), one));
        return List.copyOf(byKey.values());
    }
}
