package dev.curfew.views.evidence;

import dev.curfew.evidence.KeyPlace;
import dev.curfew.evidence.pack.EvidencePacks.Exported;
import dev.curfew.outcome.Outcome;
import dev.curfew.store.SealKey;
import java.nio.file.Path;
import java.util.Optional;

/** Makes evidence packs. All but {@link #keeps} blocks, so tasks call it. */
public interface EvidenceDesk {
    /** False: the store is in memory, and what it says could not be held against it later. */
    boolean keeps();

    /** The signing key that was used last; empty: none is set up. */
    Optional<KeyPlace> knownKey();

    /** Makes a new key; its passphrase is asked of the operator. */
    Outcome<SealKey> makeKey(KeyPlace place);

    /**
     * Writes the pack of an operation and of all below it, and remembers where the key is.
     *
     * @param replace whether a file that is there gives way
     */
    Outcome<Exported> export(String operation, KeyPlace key, Path file, boolean replace);
}
