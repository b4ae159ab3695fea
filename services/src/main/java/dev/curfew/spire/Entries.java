package dev.curfew.spire;

import com.google.protobuf.StringValue;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Outcome;
import dev.curfew.wire.spire.entry.BatchCreateEntryRequest;
import dev.curfew.wire.spire.entry.BatchDeleteEntryRequest;
import dev.curfew.wire.spire.entry.BatchUpdateEntryRequest;
import dev.curfew.wire.spire.entry.CountEntriesRequest;
import dev.curfew.wire.spire.entry.EntryGrpc;
import dev.curfew.wire.spire.entry.GetEntryRequest;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.entry.ListEntriesResponse;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.EntryMask;
import dev.curfew.wire.spire.types.SelectorMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Registration entries of one server. Any thread; blocks. */
public final class Entries {
    private static final String SERVICE = "spire.api.server.entry.v1.Entry/";
    private final Rpc rpc;
    private final EntryGrpc.EntryBlockingStub stub;
    private volatile int rowsThere = -1;

    Entries(Rpc rpc) {
        this.rpc = rpc;
        this.stub = rpc.stub(EntryGrpc::newBlockingStub);
    }

    /** All entries in the order of their rows. The listener hears of each page. */
    public Scan<RegistrationEntry> scan(
            EntryFilter filter, ScanListener<RegistrationEntry> listener) {
        ListEntriesRequest request =
                ListEntriesRequest.newBuilder()
                        .setFilter(wire(filter))
                        .setOutputMask(EntryMapper.ALL)
                        .build();
        Scan<RegistrationEntry> scan = scan(request, listener);
        if (filter.equals(EntryFilter.NONE) && scan.isComplete()) {
            rowsThere = scan.rows().size();
        }
        return scan;
    }

    /** How many entries the last complete scan found; empty before the first. */
    public OptionalInt rowsThere() {
        return rowsThere < 0 ? OptionalInt.empty() : OptionalInt.of(rowsThere);
    }

    private Scan<RegistrationEntry> scan(
            ListEntriesRequest request, ScanListener<RegistrationEntry> listener) {
        return Pages.scanAhead(
                "entries",
                (size, token) ->
                        rpc.read(
                                SERVICE + "ListEntries",
                                stub,
                                s ->
                                        s.listEntries(
                                                request.toBuilder()
                                                        .setPageSize(size)
                                                        .setPageToken(token)
                                                        .build())),
                new EntryPageReader(),
                RegistrationEntry::id,
                listener);
    }

    public Outcome<RegistrationEntry> get(String id) {
        return rpc.read(
                        SERVICE + "GetEntry",
                        stub,
                        s ->
                                s.getEntry(
                                        GetEntryRequest.newBuilder()
                                                .setId(id)
                                                .setOutputMask(EntryMapper.ALL)
                                                .build()))
                .then(wire -> EntryMapper.read(wire, new Ids()));
    }

    /** Costs the server as much as a scan: never on a timer. */
    public Outcome<Integer> count() {
        return rpc.read(
                SERVICE + "CountEntries",
                stub,
                s -> s.countEntries(CountEntriesRequest.getDefaultInstance()).getCount());
    }

    /**
     * Creates entries. An item that is there already fails with ALREADY_EXISTS and its id as
     * detail. Keys are 0, 1, ….
     */
    public List<ItemResult<RegistrationEntry>> create(List<EntryDraft> drafts) {
        List<Entry> wire = drafts.stream().map(EntryMapper::wire).toList();
        return create(wire, drafts);
    }

    /**
     * Puts deleted entries back under their old ids, so that whoever refers to them finds them
     * again.
     */
    public List<ItemResult<RegistrationEntry>> recreate(List<RegistrationEntry> entries) {
        List<EntryDraft> drafts = entries.stream().map(RegistrationEntry::toDraft).toList();
        List<Entry> wire =
                entries.stream()
                        .map(entry ->
                                EntryMapper.wire(entry.toDraft()).toBuilder()
                                        .setId(entry.id())
                                        .build())
                        .toList();
        return create(wire, drafts);
    }

    private List<ItemResult<RegistrationEntry>> create(List<Entry> wire, List<EntryDraft> drafts) {
        List<Integer> numbers = IntStream.range(0, wire.size()).boxed().toList();
        Ids ids = new Ids();
        return Batches.write(
                numbers,
                String::valueOf,
                batch ->
                        rpc.write(
                                        SERVICE + "BatchCreateEntry",
                                        stub,
                                        s ->
                                                s.batchCreateEntry(
                                                        BatchCreateEntryRequest.newBuilder()
                                                                .addAllEntries(
                                                                        batch.stream()
                                                                                .map(wire::get)
                                                                                .toList())
                                                                .setOutputMask(EntryMapper.ALL)
                                                                .build()))
                                .map(answer -> {
                                    List<Outcome<RegistrationEntry>> results = new ArrayList<>();
                                    for (int i = 0; i < answer.getResultsCount(); i++) {
                                        var result = answer.getResults(i);
                                        String subject =
                                                drafts.get(batch.get(i)).spiffeId().toString();
                                        String existing = result.getEntry().getId();
                                        var status = result.getStatus();
                                        results.add(
                                                Batches.item(
                                                                status.getCode()
                                                                                        == io.grpc
                                                                                                .Status
                                                                                                .Code
                                                                                                .ALREADY_EXISTS
                                                                                                .value()
                                                                                && !existing
                                                                                        .isEmpty()
                                                                        ? status.toBuilder()
                                                                                .setMessage(
                                                                                        status
                                                                                                        .getMessage()
                                                                                                + ": "
                                                                                                + existing)
                                                                                .build()
                                                                        : status,
                                                                subject,
                                                                result::getEntry)
                                                        .then(created ->
                                                                EntryMapper.read(created, ids)));
                                    }
                                    return results;
                                }));
    }

    /** Replaces all that an operator may set. Keys are the entries' ids. */
    public List<ItemResult<RegistrationEntry>> replace(List<EntryUpdate> updates) {
        return update(updates, EntryMapper.DRAFT);
    }

    /** Sets the TTLs alone and leaves the rest as it is on the server. */
    public List<ItemResult<RegistrationEntry>> setTtls(List<EntryUpdate> updates) {
        return update(
                updates, EntryMask.newBuilder().setX509SvidTtl(true).setJwtSvidTtl(true).build());
    }

    /** Sets the expiry alone. */
    public List<ItemResult<RegistrationEntry>> setExpiry(List<EntryUpdate> updates) {
        return update(updates, EntryMask.newBuilder().setExpiresAt(true).build());
    }

    /** Sets TTLs and expiry, and leaves the rest as it is on the server. */
    public List<ItemResult<RegistrationEntry>> setTtlsAndExpiry(List<EntryUpdate> updates) {
        return update(
                updates,
                EntryMask.newBuilder()
                        .setX509SvidTtl(true)
                        .setJwtSvidTtl(true)
                        .setExpiresAt(true)
                        .build());
    }

    private List<ItemResult<RegistrationEntry>> update(List<EntryUpdate> updates, EntryMask mask) {
        Ids ids = new Ids();
        return Batches.write(
                updates,
                EntryUpdate::id,
                batch ->
                        rpc.write(
                                        SERVICE + "BatchUpdateEntry",
                                        stub,
                                        s ->
                                                s.batchUpdateEntry(
                                                        BatchUpdateEntryRequest.newBuilder()
                                                                .addAllEntries(
                                                                        batch.stream()
                                                                                .map(u ->
                                                                                        EntryMapper
                                                                                                .wire(
                                                                                                        u
                                                                                                                .wanted())
                                                                                                .toBuilder()
                                                                                                .setId(
                                                                                                        u
                                                                                                                .id())
                                                                                                .build())
                                                                                .toList())
                                                                .setInputMask(mask)
                                                                .setOutputMask(EntryMapper.ALL)
                                                                .build()))
                                .map(answer -> {
                                    List<Outcome<RegistrationEntry>> results = new ArrayList<>();
                                    for (int i = 0; i < answer.getResultsCount(); i++) {
                                        var result = answer.getResults(i);
                                        results.add(
                                                Batches.item(
                                                                result.getStatus(),
                                                                batch.get(i).id(),
                                                                result::getEntry)
                                                        .then(updated ->
                                                                EntryMapper.read(updated, ids)));
                                    }
                                    return results;
                                }));
    }

    /** Deletes entries. Keys are the ids. Ends no SVID that was issued. */
    public List<ItemResult<String>> delete(List<String> entryIds) {
        return Batches.write(
                entryIds,
                id -> id,
                batch ->
                        rpc.write(
                                        SERVICE + "BatchDeleteEntry",
                                        stub,
                                        s ->
                                                s.batchDeleteEntry(
                                                        BatchDeleteEntryRequest.newBuilder()
                                                                .addAllIds(batch)
                                                                .build()))
                                .map(answer -> {
                                    List<Outcome<String>> results = new ArrayList<>();
                                    for (var result : answer.getResultsList()) {
                                        results.add(
                                                Batches.item(
                                                        result.getStatus(),
                                                        result.getId(),
                                                        result::getId));
                                    }
                                    return results;
                                }));
    }

    private static ListEntriesRequest.Filter wire(EntryFilter filter) {
        ListEntriesRequest.Filter.Builder wire = ListEntriesRequest.Filter.newBuilder();
        filter.spiffeId().ifPresent(id -> wire.setBySpiffeId(Ids.wire(id)));
        filter.parentId().ifPresent(id -> wire.setByParentId(Ids.wire(id)));
        if (!filter.selectorsInAny().isEmpty()) {
            wire.setBySelectors(
                    SelectorMatch.newBuilder()
                            .addAllSelectors(Ids.wire(filter.selectorsInAny()))
                            .setMatch(SelectorMatch.MatchBehavior.MATCH_ANY));
        }
        filter.hint().ifPresent(hint -> wire.setByHint(StringValue.of(hint)));
        return wire.build();
    }

    private static final class EntryPageReader
            implements Pages.Reader<ListEntriesResponse, RegistrationEntry> {
        private final Ids ids = new Ids();

        @Override
        public String nextToken(ListEntriesResponse page) {
            return page.getNextPageToken();
        }

        @Override
        public int count(ListEntriesResponse page) {
            return page.getEntriesCount();
        }

        @Override
        public void rows(ListEntriesResponse page, Pages.Rows<RegistrationEntry> into) {
            for (Entry entry : page.getEntriesList()) {
                into.add(EntryMapper.read(entry, ids));
            }
        }
    }
}
