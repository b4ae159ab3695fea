package dev.curfew.store;

import java.util.List;

/** The seals of the journal: kept for good, beside it. Any thread; blocks until on disk. */
public interface Checkpoints {
    /** Keeps it. Of one record and key the first one stays. */
    void save(Checkpoint checkpoint);

    /** In the order of their records. */
    List<Checkpoint> all();
}
