package dev.curfew.policy.spicedb;

import com.authzed.api.v1.Cursor;
import com.authzed.api.v1.PermissionsServiceGrpc;
import com.authzed.api.v1.ReadRelationshipsRequest;
import com.authzed.api.v1.ReadRelationshipsResponse;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Listing;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.RelationshipFilter;
import dev.curfew.policy.RelationshipListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads relationships type by type and page by page: one long stream could not be given a deadline,
 * and would begin anew when it breaks.
 */
final class Reading {
    private static final int PAGE = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Place place;

    Reading(Place place) {
        this.place = place;
    }

    Outcome<Listing> list(RelationshipFilter filter, Schema schema, RelationshipListener listener) {
        List<String> types = filter.resourceType().map(List::of).orElseGet(schema::types);
        long read = 0;
        for (String type : types) {
            Optional<Cursor> cursor = Optional.empty();
            boolean more = true;
            while (more) {
                if (listener.isCancelled()) {
                    return ended(
                            read,
                            Optional.of(Failure.of(Reason.CANCELLED, place.channel().target())));
                }
                List<ReadRelationshipsResponse> page = new ArrayList<>();
                Outcome<Boolean> answer = page(filter, type, cursor, PAGE, page);
                if (answer instanceof Outcome.Failed<Boolean>(var failure)) {
                    return read == 0
                            ? Outcome.failed(failure)
                            : ended(read, Optional.of(inMidScan(failure, read)));
                }
                if (!page.isEmpty()) {
                    listener.page(
                            page.stream().map(row -> Facts.read(row.getRelationship())).toList());
                    read += page.size();
                    cursor = Optional.of(page.getLast().getAfterResultCursor());
                }
                more = page.size() == PAGE;
            }
        }
        return ended(read, Optional.empty());
    }

    /** As it stands now, on the wire; empty: it is not there, or it has expired. */
    Outcome<Optional<com.authzed.api.v1.Relationship>> wire(Relationship one) {
        List<ReadRelationshipsResponse> page = new ArrayList<>();
        return page(
                        RelationshipFilter.exactly(one),
                        one.resource().type(),
                        Optional.empty(),
                        1,
                        page)
                .map(_ -> page.stream().findFirst().map(row -> row.getRelationship()));
    }

    Outcome<Optional<Relationship>> standing(Relationship one) {
        return wire(one).map(found -> found.map(Facts::read));
    }

    /** Those of one relation of a resource; more than a page of them are left out. */
    Outcome<List<Relationship>> some(RelationshipFilter filter, String type) {
        List<ReadRelationshipsResponse> page = new ArrayList<>();
        return page(filter, type, Optional.empty(), PAGE, page)
                .map(_ -> page.stream().map(row -> Facts.read(row.getRelationship())).toList());
    }

    private Outcome<Boolean> page(
            RelationshipFilter filter,
            String type,
            Optional<Cursor> after,
            int size,
            List<ReadRelationshipsResponse> into) {
        ReadRelationshipsRequest.Builder request =
                ReadRelationshipsRequest.newBuilder()
                        .setConsistency(Place.wire(Consistency.STRONGEST))
                        .setRelationshipFilter(Facts.filter(filter, type))
                        .setOptionalLimit(size);
        after.ifPresent(request::setOptionalCursor);
        return place.channel().stream(
                PermissionsServiceGrpc.getReadRelationshipsMethod(),
                request.build(),
                PATIENCE,
                place.channel().target(),
                into::add);
    }

    private Outcome<Listing> ended(long read, Optional<Failure> failure) {
        return Outcome.ok(
                new Listing(read, failure, List.of(), 0, place.freshness(Consistency.STRONGEST)));
    }

    private static Failure inMidScan(Failure failure, long read) {
        return failure.reason() == Reason.NO_ANSWER || failure.reason() == Reason.NOTHING_LISTENING
                ? new Failure(
                        Reason.LOST_MID_SCAN,
                        failure.subject(),
                        "after " + read + " rows: " + failure.detail())
                : failure;
    }
}
