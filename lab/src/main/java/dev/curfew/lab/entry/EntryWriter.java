package dev.curfew.lab.entry;

import dev.curfew.lab.rpc.Refusal;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.EntryMask;
import dev.curfew.wire.spire.types.Selector;
import io.grpc.Status.Code;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Creates and changes entries with the checks that the real server's database makes. */
public final class EntryWriter {
    private final EntryStore entries;
    private final Predicate<String> hasBundle;
    private final InstantSource clock;

    /** What became of a creation. */
    public record Created(Entry entry, boolean existed) {}

    /**
     * Writes into a store.
     *
     * @param hasBundle whether a trust domain's bundle is there; entries may federate only with
     *     those that have one
     */
    public EntryWriter(EntryStore entries, Predicate<String> hasBundle, InstantSource clock) {
        this.entries = entries;
        this.hasBundle = hasBundle;
        this.clock = clock;
    }

    /**
     * Creates an entry, unless there is a similar one.
     *
     * @throws Refusal if the server would refuse it
     */
    public Created create(Entry entry) {
        validate(entry);
        synchronized (entries) {
            var similar = entries.similar(entry);
            if (similar.isPresent()) {
                return new Created(similar.get(), true);
            }
            if (entries.find(entry.getId()).isPresent()) {
                throw unique("registered_entries.entry_id");
            }
            var created =
                    entry.toBuilder()
                            .clearFederatesWith()
                            .addAllFederatesWith(federations(entry.getFederatesWithList()))
                            .setRevisionNumber(0)
                            .setCreatedAt(clock.instant().plusMillis(500).getEpochSecond());
            if (entry.getId().isEmpty()) {
                created.setId(UUID.randomUUID().toString());
            }
            mustDiffer(entry);
            entries.add(created.build());
            return new Created(answered(created), false);
        }
    }

    /**
     * Changes everything that a caller may set.
     *
     * @throws Refusal if the server would refuse it
     */
    public Entry update(Entry entry) {
        return update(entry, EntryMasks.ALL);
    }

    Entry update(Entry entry, EntryMask mask) {
        if (mask.getX509SvidTtl() && entry.getX509SvidTtl() < 0) {
            throw invalid("X509SvidTtl is not set");
        }
        if (mask.getJwtSvidTtl() && entry.getJwtSvidTtl() < 0) {
            throw invalid("JwtSvidTtl is not set");
        }
        synchronized (entries) {
            var stored =
                    entries.find(entry.getId())
                            .orElseThrow(() -> Refusal.notFound("failed to update entry"));
            var updated = stored.toBuilder();
            EntryMasks.copy(entry, mask, updated);
            if (mask.getSelectors() && updated.getStoreSvid()) {
                mustHaveOneType(entry.getSelectorsList());
            }
            mustDiffer(entry);
            if (mask.getFederatesWith()) {
                updated.clearFederatesWith()
                        .addAllFederatesWith(federations(entry.getFederatesWithList()));
            }
            // Also where nothing differs: agents take this as the sign to issue again.
            updated.setRevisionNumber(stored.getRevisionNumber() + 1);
            entries.replace(updated.build());
            return answered(updated);
        }
    }

    /** The answer to a writer has its lists sorted; stored they are as they were given. */
    private static Entry answered(Entry.Builder stored) {
        var names = stored.getDnsNamesList().stream().sorted().toList();
        var selectors =
                stored.getSelectorsList().stream()
                        .sorted(
                                Comparator.comparing(Selector::getType)
                                        .thenComparing(Selector::getValue))
                        .toList();
        return stored.clone()
                .clearDnsNames()
                .addAllDnsNames(names)
                .clearSelectors()
                .addAllSelectors(selectors)
                .build();
    }

    private static void validate(Entry entry) {
        if (entry.getStoreSvid()) {
            mustHaveOneType(entry.getSelectorsList());
        }
        if (entry.getId().length() > 255) {
            throw invalid("entry ID too long");
        }
        if (!entry.getId().chars().allMatch(EntryWriter::belongsInId)) {
            throw invalid("entry ID contains invalid characters");
        }
        if (entry.getX509SvidTtl() < 0) {
            throw invalid("X509SvidTtl is not set");
        }
        if (entry.getJwtSvidTtl() < 0) {
            throw invalid("JwtSvidTtl is not set");
        }
    }

    private static boolean belongsInId(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == '_';
    }

    private static void mustHaveOneType(List<Selector> selectors) {
        if (selectors.stream().map(Selector::getType).distinct().count() > 1) {
            throw invalid("selector types must be the same when store SVID is enabled");
        }
    }

    private static void mustDiffer(Entry entry) {
        if (new HashSet<>(entry.getSelectorsList()).size() < entry.getSelectorsCount()) {
            throw unique("selectors.registered_entry_id, selectors.type, selectors.value");
        }
        if (new HashSet<>(entry.getDnsNamesList()).size() < entry.getDnsNamesCount()) {
            throw unique("dns_names.registered_entry_id, dns_names.value");
        }
    }

    private List<String> federations(List<String> trustDomains) {
        for (var trustDomain : trustDomains) {
            if (!hasBundle.test(trustDomain)) {
                throw Refusal.internal(
                        "unable to find federated bundle \"spiffe://" + trustDomain + "\"");
            }
        }
        return trustDomains.stream().distinct().sorted().toList();
    }

    private static Refusal invalid(String what) {
        return Refusal.invalid("datastore-validation: invalid registration entry: " + what);
    }

    private static Refusal unique(String columns) {
        return new Refusal(
                Code.ALREADY_EXISTS, "datastore-sql: UNIQUE constraint failed: " + columns);
    }
}
