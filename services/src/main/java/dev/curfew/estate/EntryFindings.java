package dev.curfew.estate;

import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.SpiffeIds;
import io.spiffe.spiffeid.SpiffeId;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What follows from all entries together, as one bit a row: shared identities, inherited admin,
 * orphans. Immutable, any thread.
 */
public final class EntryFindings {
    private final BitSet shared;
    private final BitSet inheritsAdmin;
    private final BitSet orphaned;

    private EntryFindings(BitSet shared, BitSet inheritsAdmin, BitSet orphaned) {
        this.shared = shared;
        this.inheritsAdmin = inheritsAdmin;
        this.orphaned = orphaned;
    }

    public static EntryFindings of(EntryIndex index, Collection<Node> nodes) {
        BitSet shared = new BitSet();
        BitSet inherits = new BitSet();
        index.forEachSharedIdentity(rows -> {
            boolean anyAdmin = false;
            for (int row : rows) {
                shared.set(row);
                anyAdmin |= index.entries().get(row).admin();
            }
            for (int row : rows) {
                if (anyAdmin && !index.entries().get(row).admin()) {
                    inherits.set(row);
                }
            }
        });
        return new EntryFindings(shared, inherits, orphans(index, nodes));
    }

    /**
     * An entry whose parent nothing stands for: no node of that ID, no alias and no entry that
     * gives it. Nobody can be issued its identity, until someone attests under that ID again.
     */
    private static BitSet orphans(EntryIndex index, Collection<Node> nodes) {
        Map<SpiffeId, Boolean> standsForSomething = new HashMap<>();
        nodes.forEach(node -> standsForSomething.put(node.id(), true));
        BitSet orphans = new BitSet();
        for (int row = 0; row < index.entries().size(); row++) {
            RegistrationEntry entry = index.entries().get(row);
            if (!standsForSomething.computeIfAbsent(
                    entry.parentId(),
                    id -> SpiffeIds.isServer(id) || index.rowsWithIdentity(id).length > 0)) {
                orphans.set(row);
            }
        }
        return orphans;
    }

    /** Several entries give the same identity: ending one does not end it. */
    public boolean isShared(int row) {
        return shared.get(row);
    }

    /** Not admin itself, but another entry of the same SPIFFE ID is: SPIRE treats both as admin. */
    public boolean inheritsAdmin(int row) {
        return inheritsAdmin.get(row);
    }

    public boolean isOrphaned(int row) {
        return orphaned.get(row);
    }

    public int sharedCount() {
        return shared.cardinality();
    }

    public int inheritsAdminCount() {
        return inheritsAdmin.cardinality();
    }

    public int orphanedCount() {
        return orphaned.cardinality();
    }
}
