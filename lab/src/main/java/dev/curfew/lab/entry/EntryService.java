package dev.curfew.lab.entry;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.curfew.lab.rpc.Answers;
import dev.curfew.lab.rpc.Pages.BadToken;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.wire.spire.entry.BatchCreateEntryRequest;
import dev.curfew.wire.spire.entry.BatchCreateEntryResponse;
import dev.curfew.wire.spire.entry.BatchDeleteEntryRequest;
import dev.curfew.wire.spire.entry.BatchDeleteEntryResponse;
import dev.curfew.wire.spire.entry.BatchUpdateEntryRequest;
import dev.curfew.wire.spire.entry.BatchUpdateEntryResponse;
import dev.curfew.wire.spire.entry.CountEntriesRequest;
import dev.curfew.wire.spire.entry.CountEntriesResponse;
import dev.curfew.wire.spire.entry.EntryGrpc;
import dev.curfew.wire.spire.entry.GetEntryRequest;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.entry.ListEntriesResponse;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.EntryMask;
import io.grpc.Status.Code;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/** The entry service. */
public final class EntryService extends EntryGrpc.EntryImplBase {
    private final String trustDomain;
    private final EntryStore entries;
    private final EntryReader reader;
    private final EntryWriter writer;

    /**
     * Serves a store.
     *
     * @param trustDomain the server's own
     */
    public EntryService(String trustDomain, EntryStore entries, EntryWriter writer) {
        this.trustDomain = trustDomain;
        this.entries = entries;
        this.reader = new EntryReader(trustDomain);
        this.writer = writer;
    }

    @Override
    public void countEntries(
            CountEntriesRequest request, StreamObserver<CountEntriesResponse> caller) {
        Answers.answer(
                caller,
                () ->
                        CountEntriesResponse.newBuilder()
                                .setCount(entries.count(filter(request)))
                                .build());
    }

    @Override
    public void listEntries(
            ListEntriesRequest request, StreamObserver<ListEntriesResponse> caller) {
        Answers.answer(caller, () -> list(request));
    }

    private ListEntriesResponse list(ListEntriesRequest request) {
        var filter =
                request.hasFilter()
                        ? EntryFilter.of(trustDomain, request.getFilter())
                        : EntryFilter.NONE;
        try {
            var page = entries.page(filter, request.getPageSize(), request.getPageToken());
            var reply = ListEntriesResponse.newBuilder().setNextPageToken(page.nextToken());
            for (var row : page.rows()) {
                reply.addEntries(
                        EntryMasks.show(
                                row.entry(), request.hasOutputMask(), request.getOutputMask()));
            }
            return reply.build();
        } catch (BadToken e) {
            throw Refusal.internal("failed to list entries: " + e.asSqlText());
        }
    }

    @Override
    public void getEntry(GetEntryRequest request, StreamObserver<Entry> caller) {
        Answers.answer(
                caller,
                () -> {
                    if (request.getId().isEmpty()) {
                        throw Refusal.invalid("missing ID");
                    }
                    return entries.find(request.getId())
                            .map(entry ->
                                    EntryMasks.show(
                                            entry,
                                            request.hasOutputMask(),
                                            request.getOutputMask()))
                            .orElseThrow(() -> Refusal.notFound("entry not found"));
                });
    }

    @Override
    public void batchCreateEntry(
            BatchCreateEntryRequest request, StreamObserver<BatchCreateEntryResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    var reply = BatchCreateEntryResponse.newBuilder();
                    request.getEntriesList()
                            .forEach(entry -> reply.addResults(create(entry, request)));
                    return reply.build();
                });
    }

    private BatchCreateEntryResponse.Result create(Entry entry, BatchCreateEntryRequest request) {
        var result = BatchCreateEntryResponse.Result.newBuilder();
        try {
            var checked = read(entry, EntryMasks.ALL);
            var created = named("failed to create entry", () -> writer.create(checked));
            result.setStatus(Answers.OK)
                    .setEntry(
                            EntryMasks.show(
                                    created.entry(),
                                    request.hasOutputMask(),
                                    request.getOutputMask()));
            if (created.existed()) {
                result.setStatus(
                        new Refusal(Code.ALREADY_EXISTS, "similar entry already exists").toItem());
            }
        } catch (Refusal refusal) {
            result.setStatus(refusal.toItem());
        }
        return result.build();
    }

    @Override
    public void batchUpdateEntry(
            BatchUpdateEntryRequest request, StreamObserver<BatchUpdateEntryResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    var reply = BatchUpdateEntryResponse.newBuilder();
                    request.getEntriesList()
                            .forEach(entry -> reply.addResults(update(entry, request)));
                    return reply.build();
                });
    }

    private BatchUpdateEntryResponse.Result update(Entry entry, BatchUpdateEntryRequest request) {
        var result = BatchUpdateEntryResponse.Result.newBuilder();
        var mask = request.hasInputMask() ? request.getInputMask() : EntryMasks.ALL;
        try {
            var checked = read(entry, mask);
            var updated = named("failed to update entry", () -> writer.update(checked, mask));
            result.setStatus(Answers.OK)
                    .setEntry(
                            EntryMasks.show(
                                    updated, request.hasOutputMask(), request.getOutputMask()));
        } catch (Refusal refusal) {
            result.setStatus(refusal.toItem());
        }
        return result.build();
    }

    @Override
    public void batchDeleteEntry(
            BatchDeleteEntryRequest request, StreamObserver<BatchDeleteEntryResponse> caller) {
        Answers.answer(
                caller,
                () -> {
                    var reply = BatchDeleteEntryResponse.newBuilder();
                    for (var id : request.getIdsList()) {
                        reply.addResultsBuilder().setId(id).setStatus(delete(id));
                    }
                    return reply.build();
                });
    }

    private dev.curfew.wire.spire.types.Status delete(String id) {
        if (id.isEmpty()) {
            return Refusal.invalid("missing entry ID").toItem();
        }
        return entries.delete(id) ? Answers.OK : Refusal.notFound("entry not found").toItem();
    }

    private Entry read(Entry entry, EntryMask mask) {
        try {
            return reader.read(entry, mask);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("failed to convert entry", e);
        }
    }

    /** What is not found keeps its bare text; everything else says first what was attempted. */
    private static <T> T named(String attempt, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw refusal.code() == Code.NOT_FOUND
                    ? refusal
                    : new Refusal(refusal.code(), attempt + ": " + refusal.getMessage());
        }
    }

    private EntryFilter filter(CountEntriesRequest request) {
        if (!request.hasFilter()) {
            return EntryFilter.NONE;
        }
        try {
            // The two filters are different messages with the same fields.
            return EntryFilter.of(
                    trustDomain,
                    ListEntriesRequest.Filter.parseFrom(request.getFilter().toByteString()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
