package dev.curfew.spire;

import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.EntryMask;
import io.spiffe.exception.InvalidSpiffeIdException;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;

/** Wire entries to ours and back. */
final class EntryMapper {
    /** Everything we know of; a field that a newer server adds is not asked for. */
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
                    .setAdditionalAttributes(true)
                    .build();

    /** Everything an operator may set. */
    static final EntryMask DRAFT =
            ALL.toBuilder().setRevisionNumber(false).setCreatedAt(false).build();

    private EntryMapper() {}

    static Outcome<RegistrationEntry> read(Entry wire, Ids ids) {
        String name = wire.getId().isEmpty() ? "an entry without an id" : wire.getId();
        try {
            if (!(ids.id(wire.getSpiffeId()) instanceof Ok<SpiffeId>(var spiffeId))) {
                return unreadable(name, "SPIFFE ID", ids.id(wire.getSpiffeId()));
            }
            if (!(ids.sharedId(wire.getParentId()) instanceof Ok<SpiffeId>(var parentId))) {
                return unreadable(name, "parent ID", ids.id(wire.getParentId()));
            }
            return Outcome.ok(
                    new RegistrationEntry(
                            wire.getId(),
                            spiffeId,
                            parentId,
                            ids.selectors(wire.getSelectorsList()),
                            wire.getX509SvidTtl(),
                            wire.getJwtSvidTtl(),
                            ids.trustDomains(wire.getFederatesWithList()),
                            wire.getDnsNamesList(),
                            wire.getHint(),
                            wire.getAdmin(),
                            wire.getDownstream(),
                            wire.getStoreSvid(),
                            wire.getAdditionalAttributes().getDisableX509SvidPrefetch(),
                            wire.getExpiresAt(),
                            wire.getRevisionNumber(),
                            wire.getCreatedAt()));
        } catch (InvalidSpiffeIdException | IllegalArgumentException e) {
            return Outcome.failed(Reason.UNREADABLE_ROWS, name, String.valueOf(e.getMessage()));
        }
    }

    private static Outcome<RegistrationEntry> unreadable(
            String name, String field, Outcome<SpiffeId> id) {
        return id instanceof Failed<SpiffeId>(var failure)
                ? Outcome.failed(
                        Reason.UNREADABLE_ROWS,
                        name,
                        field + " " + failure.subject() + ": " + failure.detail())
                : Outcome.failed(Reason.UNREADABLE_ROWS, name, field);
    }

    static Entry wire(EntryDraft draft) {
        Entry.Builder wire =
                Entry.newBuilder()
                        .setSpiffeId(Ids.wire(draft.spiffeId()))
                        .setParentId(Ids.wire(draft.parentId()))
                        .addAllSelectors(Ids.wire(draft.selectors()))
                        .setX509SvidTtl(draft.x509TtlSeconds())
                        .setJwtSvidTtl(draft.jwtTtlSeconds())
                        .addAllDnsNames(draft.dnsNames())
                        .setHint(draft.hint())
                        .setAdmin(draft.admin())
                        .setDownstream(draft.downstream())
                        .setStoreSvid(draft.storeSvid())
                        .setExpiresAt(draft.expiresAtSeconds());
        for (TrustDomain peer : draft.federatesWith()) {
            wire.addFederatesWith(peer.getName());
        }
        if (draft.prefetchDisabled()) {
            wire.setAdditionalAttributes(
                    Entry.AdditionalAttributes.newBuilder().setDisableX509SvidPrefetch(true));
        }
        return wire.build();
    }
}
