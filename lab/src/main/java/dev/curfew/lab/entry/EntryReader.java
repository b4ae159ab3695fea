package dev.curfew.lab.entry;

import dev.curfew.lab.rpc.SelectorSets;
import dev.curfew.lab.spiffe.DnsNames;
import dev.curfew.lab.spiffe.MemberIds;
import dev.curfew.lab.spiffe.SpiffeRules;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.EntryMask;
import java.nio.charset.StandardCharsets;

/** Reads and checks entries that callers send, as far as that needs no database. */
final class EntryReader {
    private static final int LONGEST_HINT = 1024;
    private final MemberIds ids;

    EntryReader(String trustDomain) {
        this.ids = new MemberIds(trustDomain);
    }

    /**
     * A checked copy of what the mask names.
     *
     * @throws IllegalArgumentException with the real server's text
     */
    Entry read(Entry entry, EntryMask mask) {
        var checked = Entry.newBuilder().setId(entry.getId());
        EntryMasks.copy(entry, mask, checked);
        if (mask.getParentId()) {
            checked.setParentId(
                    named(
                                    "invalid parent ID",
                                    () -> ids.member(entry.hasParentId(), entry.getParentId()))
                            .toWire());
        }
        if (mask.getSpiffeId()) {
            checked.setSpiffeId(
                    named(
                                    "invalid spiffe ID",
                                    () -> ids.workload(entry.hasSpiffeId(), entry.getSpiffeId()))
                            .toWire());
        }
        for (var name : checked.getDnsNamesList()) {
            named(
                    "invalid DNS name",
                    () -> {
                        DnsNames.check(name);
                        return name;
                    });
        }
        if (mask.getFederatesWith()) {
            checked.clearFederatesWith();
            for (var other : entry.getFederatesWithList()) {
                checked.addFederatesWith(
                        named(
                                "invalid federated trust domain",
                                () -> SpiffeRules.trustDomainName(other)));
            }
        }
        if (mask.getSelectors()) {
            if (entry.getSelectorsCount() == 0) {
                throw new IllegalArgumentException("selector list is empty");
            }
            SelectorSets.read(entry.getSelectorsList());
        }
        if (checked.getHint().getBytes(StandardCharsets.UTF_8).length > LONGEST_HINT) {
            throw new IllegalArgumentException(
                    "hint is too long, max length is " + LONGEST_HINT + " characters");
        }
        return checked.build();
    }

    private static <T> T named(String what, java.util.function.Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
        }
    }
}
