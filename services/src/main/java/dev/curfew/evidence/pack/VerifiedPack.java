package dev.curfew.evidence.pack;

import dev.curfew.store.Checkpoint;
import dev.curfew.store.SealKey;
import java.time.Instant;
import java.util.List;

/**
 * A pack of which every byte holds.
 *
 * @param pack its own name
 * @param operation what it is about
 * @param operator who exported it, as the pack says
 * @param key that signed it
 * @param pinned the key is the one that was asked for; false: none was asked for
 * @param first number of the first record, {@code records} how many are the operation's own
 * @param withheld own records that stand with their hashes alone
 * @param seal on the last record of the stretch
 * @param statesBySignatureAlone states whose hashes the journal does not have
 * @param files their names, in their order
 */
public record VerifiedPack(
        String pack,
        String operation,
        String action,
        String curfew,
        String operator,
        Instant createdAt,
        SealKey key,
        boolean pinned,
        long first,
        int records,
        int withheld,
        Checkpoint seal,
        int statesBySignatureAlone,
        List<String> files) {
    public VerifiedPack {
        files = List.copyOf(files);
    }
}
