package dev.curfew.evidence;

import dev.curfew.store.Snapshots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Snapshots without a file. */
public final class MemorySnapshots implements Snapshots {
    private final Map<String, Map<String, String>> kept = new LinkedHashMap<>();

    @Override
    public void save(String operationId, String subject, String json) {
        kept.computeIfAbsent(operationId, _ -> new LinkedHashMap<>()).putIfAbsent(subject, json);
    }

    @Override
    public Optional<String> find(String operationId, String subject) {
        return Optional.ofNullable(kept.getOrDefault(operationId, Map.of()).get(subject));
    }

    @Override
    public List<String> subjects(String operationId) {
        return List.copyOf(kept.getOrDefault(operationId, Map.of()).keySet());
    }
}
