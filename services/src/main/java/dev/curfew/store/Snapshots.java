package dev.curfew.store;

import java.util.List;
import java.util.Optional;

/**
 * What things were before an action, for undo: JSON by operation and subject. Any thread; blocks
 * until on disk.
 */
public interface Snapshots {
    void save(String operationId, String subject, String json);

    /** As {@link #save}, but need not wait for the disk; reading may not find it before. */
    default Pending saveSoon(String operationId, String subject, String json) {
        save(operationId, subject, json);
        return Pending.DONE;
    }

    Optional<String> find(String operationId, String subject);

    List<String> subjects(String operationId);
}
