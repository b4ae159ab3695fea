package dev.curfew.lab.entry;

import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.EntryMask;

/** Masks of entries. */
final class EntryMasks {
    /** Every field that a server of this version knows. */
    static final EntryMask ALL =
            EntryMask.newBuilder()
                    .setSpiffeId(true)
                    .setParentId(true)
                    .setSelectors(true)
                    .setX509SvidTtl(true)
                    .setJwtSvidTtl(true)
                    .setFederatesWith(true)
                    .setAdmin(true)
                    .setDownstream(true)
                    .setExpiresAt(true)
                    .setDnsNames(true)
                    .setRevisionNumber(true)
                    .setStoreSvid(true)
                    .setHint(true)
                    .setCreatedAt(true)
                    .build();

    private EntryMasks() {}

    /** Leaves the ID and what the mask names; everything without a mask. */
    static Entry show(Entry entry, boolean masked, EntryMask mask) {
        if (!masked) {
            return entry;
        }
        var shown = Entry.newBuilder().setId(entry.getId());
        copy(entry, mask, shown);
        if (mask.getRevisionNumber()) {
            shown.setRevisionNumber(entry.getRevisionNumber());
        }
        if (mask.getCreatedAt()) {
            shown.setCreatedAt(entry.getCreatedAt());
        }
        return shown.build();
    }

    /** Takes over what a caller may set and the mask names. */
    static void copy(Entry from, EntryMask mask, Entry.Builder to) {
        if (mask.getSpiffeId()) {
            to.setSpiffeId(from.getSpiffeId());
        }
        if (mask.getParentId()) {
            to.setParentId(from.getParentId());
        }
        if (mask.getSelectors()) {
            to.clearSelectors().addAllSelectors(from.getSelectorsList());
        }
        if (mask.getX509SvidTtl()) {
            to.setX509SvidTtl(from.getX509SvidTtl());
        }
        if (mask.getJwtSvidTtl()) {
            to.setJwtSvidTtl(from.getJwtSvidTtl());
        }
        if (mask.getFederatesWith()) {
            to.clearFederatesWith().addAllFederatesWith(from.getFederatesWithList());
        }
        copyFlags(from, mask, to);
    }

    private static void copyFlags(Entry from, EntryMask mask, Entry.Builder to) {
        if (mask.getAdmin()) {
            to.setAdmin(from.getAdmin());
        }
        if (mask.getDownstream()) {
            to.setDownstream(from.getDownstream());
        }
        if (mask.getExpiresAt()) {
            to.setExpiresAt(from.getExpiresAt());
        }
        if (mask.getDnsNames()) {
            to.clearDnsNames().addAllDnsNames(from.getDnsNamesList());
        }
        if (mask.getStoreSvid()) {
            to.setStoreSvid(from.getStoreSvid());
        }
        if (mask.getHint()) {
            to.setHint(from.getHint());
        }
    }
}
