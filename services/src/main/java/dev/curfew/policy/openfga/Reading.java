package dev.curfew.policy.openfga;

import com.google.protobuf.Int32Value;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Listing;
import dev.curfew.policy.PolicyChange;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import dev.curfew.policy.RelationshipListener;
import dev.curfew.wire.openfga.OpenFGAServiceGrpc;
import dev.curfew.wire.openfga.ReadChangesRequest;
import dev.curfew.wire.openfga.ReadRequest;
import dev.curfew.wire.openfga.ReadRequestTupleKey;
import dev.curfew.wire.openfga.ReadResponse;
import dev.curfew.wire.openfga.Tuple;
import dev.curfew.wire.openfga.TupleOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads tuples and changes page by page. */
final class Reading {
    /** More is refused. */
    private static final int PAGE = 100;

    private static final int KEPT_TEXTS = 100;

    private final Store store;
    private final Model model;

    Reading(Store store, Model model) {
        this.store = store;
        this.model = model;
    }

    Outcome<Listing> list(RelationshipFilter filter, RelationshipListener listener) {
        List<String> unreadable = new ArrayList<>();
        long unreadableCount = 0;
        long read = 0;
        String token = "";
        while (true) {
            if (listener.isCancelled()) {
                return ended(
                        Optional.of(Failure.of(Reason.CANCELLED, store.channel().target())),
                        read,
                        unreadable,
                        unreadableCount);
            }
            switch (page(filter, token)) {
                case Outcome.Failed<ReadResponse>(var failure) -> {
                    return read == 0
                            ? Outcome.failed(failure)
                            : ended(
                                    Optional.of(inMidScan(failure, read)),
                                    read,
                                    unreadable,
                                    unreadableCount);
                }
                case Outcome.Ok<ReadResponse>(var page) -> {
                    List<Relationship> rows = new ArrayList<>();
                    for (Tuple tuple : page.getTuplesList()) {
                        switch (Tuples.read(tuple.getKey(), model)) {
                            case Outcome.Ok<Relationship>(var one) -> {
                                if (filter.fits(one)) {
                                    rows.add(one);
                                }
                            }
                            case Outcome.Failed<Relationship>(var failure) -> {
                                unreadableCount++;
                                if (unreadable.size() < KEPT_TEXTS) {
                                    unreadable.add(failure.subject() + ": " + failure.detail());
                                }
                            }
                        }
                    }
                    if (!rows.isEmpty()) {
                        listener.page(List.copyOf(rows));
                        read += rows.size();
                    }
                    String next = page.getContinuationToken();
                    if (next.isEmpty()) {
                        return ended(Optional.empty(), read, unreadable, unreadableCount);
                    }
                    if (next.equals(token)) {
                        return ended(
                                Optional.of(
                                        new Failure(
                                                Reason.PAGE_REPEATS,
                                                store.channel().target(),
                                                next)),
                                read,
                                unreadable,
                                unreadableCount);
                    }
                    token = next;
                }
            }
        }
    }

    /** The one tuple, as it stands now; empty: it is not there. */
    Outcome<Optional<Relationship>> standing(Relationship one) {
        return page(RelationshipFilter.exactly(one), "")
                .then(page ->
                        page.getTuplesCount() == 0
                                ? Outcome.ok(Optional.empty())
                                : Tuples.read(page.getTuples(0).getKey(), model).map(Optional::of));
    }

    /** All tuples of one relation of a resource, and whether that is all. */
    Outcome<ReadResponse> page(RelationshipFilter filter, String token) {
        ReadRequest.Builder request =
                ReadRequest.newBuilder()
                        .setStoreId(store.id())
                        .setPageSize(Int32Value.of(PAGE))
                        .setContinuationToken(token)
                        .setConsistency(Store.wire(Consistency.STRONGEST));
        key(filter).ifPresent(request::setTupleKey);
        return store.channel()
                .read(
                        OpenFGAServiceGrpc.getReadMethod(),
                        request.build(),
                        store.channel().target());
    }

    /**
     * As much of the filter as OpenFGA takes: an object, or a type with a user, or nothing. The
     * rest is looked at here.
     */
    private static Optional<ReadRequestTupleKey> key(RelationshipFilter filter) {
        if (filter.resourceType().isEmpty()
                || filter.resourceId().isEmpty() && filter.subject().isEmpty()) {
            return Optional.empty();
        }
        ReadRequestTupleKey.Builder key =
                ReadRequestTupleKey.newBuilder()
                        .setObject(
                                filter.resourceType().get() + ":" + filter.resourceId().orElse(""));
        filter.relation().ifPresent(key::setRelation);
        filter.subject().map(Names::write).ifPresent(key::setUser);
        return Optional.of(key.build());
    }

    private Outcome<Listing> ended(
            Optional<Failure> failure, long read, List<String> unreadable, long unreadableCount) {
        return Outcome.ok(
                new Listing(
                        read,
                        failure,
                        unreadable,
                        unreadableCount,
                        store.freshness(Consistency.STRONGEST)));
    }

    private static Failure inMidScan(Failure failure, long read) {
        return failure.reason() == Reason.NO_ANSWER || failure.reason() == Reason.NOTHING_LISTENING
                ? new Failure(
                        Reason.LOST_MID_SCAN,
                        failure.subject(),
                        "after " + read + " rows: " + failure.detail())
                : failure;
    }

    Outcome<PolicyChange.Page> changes(String from) {
        return store.channel()
                .read(
                        OpenFGAServiceGrpc.getReadChangesMethod(),
                        ReadChangesRequest.newBuilder()
                                .setStoreId(store.id())
                                .setPageSize(Int32Value.of(PAGE))
                                .setContinuationToken(from)
                                .build(),
                        store.channel().target())
                .map(answer -> {
                    List<PolicyChange> changes = new ArrayList<>();
                    answer.getChangesList()
                            .forEach(change -> {
                                Outcome<Relationship> read =
                                        Tuples.read(change.getTupleKey(), model);
                                if (read instanceof Outcome.Ok<Relationship>(var one)) {
                                    changes.add(
                                            new PolicyChange(
                                                    one,
                                                    change.getOperation()
                                                                    == TupleOperation
                                                                            .TUPLE_OPERATION_DELETE
                                                            ? PolicyChange.Kind.DELETED
                                                            : PolicyChange.Kind.WRITTEN,
                                                    Optional.of(
                                                            Instant.ofEpochSecond(
                                                                    change.getTimestamp()
                                                                            .getSeconds(),
                                                                    change.getTimestamp()
                                                                            .getNanos())),
                                                    Optional.empty()));
                                }
                            });
                    return new PolicyChange.Page(
                            changes,
                            answer.getContinuationToken().isEmpty()
                                    ? from
                                    : answer.getContinuationToken());
                });
    }
}
