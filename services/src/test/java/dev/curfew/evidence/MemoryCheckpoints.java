package dev.curfew.evidence;

import dev.curfew.store.Checkpoint;
import dev.curfew.store.Checkpoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checkpoints without a file. */
public final class MemoryCheckpoints implements Checkpoints {
    private final List<Checkpoint> kept = new ArrayList<>();

    @Override
    public void save(Checkpoint checkpoint) {
        kept.add(checkpoint);
    }

    @Override
    public List<Checkpoint> all() {
        return kept.stream().sorted(Comparator.comparing(Checkpoint::number)).toList();
    }
}
