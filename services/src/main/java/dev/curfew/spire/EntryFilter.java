package dev.curfew.spire;

import dev.curfew.identity.Selector;
import io.spiffe.spiffeid.SpiffeId;
import java.util.List;
import java.util.Optional;

/**
 * What the server itself can filter entries by; all parts given must hold. Everything else (TTL,
 * admin, expiry, parts of an ID) is filtered on our side, because SPIRE has no filter for it.
 */
public record EntryFilter(
        Optional<SpiffeId> spiffeId,
        Optional<SpiffeId> parentId,
        List<Selector> selectorsInAny,
        Optional<String> hint) {
    public static final EntryFilter NONE =
            new EntryFilter(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public static EntryFilter bySpiffeId(SpiffeId id) {
        return new EntryFilter(Optional.of(id), Optional.empty(), List.of(), Optional.empty());
    }

    public static EntryFilter byParent(SpiffeId id) {
        return new EntryFilter(Optional.empty(), Optional.of(id), List.of(), Optional.empty());
    }
}
