package dev.curfew.lab.policy;

import dev.curfew.wire.openfga.ReadChangesRequest;
import dev.curfew.wire.openfga.ReadChangesResponse;
import java.time.Instant;
import java.time.InstantSource;

/** Lists of what was written and deleted. */
final class Changes {
    private static final int LARGEST_PAGE = 100;

    private Changes() {}

    static void shape(ReadChangesRequest request, InstantSource clock) {
        Shape.store("ReadChangesRequest", request.getStoreId());
        Shape.matchesIfSet("ReadChangesRequest.Type", request.getType(), Shape.ANY_TYPE);
        if (request.hasPageSize()) {
            var size = request.getPageSize().getValue();
            if (size < 1) {
                throw Shape.wrong(
                        "ReadChangesRequest.PageSize", "value must be greater than or equal to 1");
            }
            if (size > LARGEST_PAGE) {
                throw Shape.wrong(
                        "ReadChangesRequest.PageSize", "value must be inside range [1, 100]");
            }
        }
        Shape.token("ReadChangesRequest", request.getContinuationToken());
        if (request.hasStartTime() && !since(request).isBefore(clock.instant())) {
            throw Shape.wrong("ReadChangesRequest.StartTime", "value must be less than now");
        }
    }

    static ReadChangesResponse read(ReadChangesRequest request, PolicyStore store) {
        var token = request.getContinuationToken();
        var page =
                store.tuples()
                        .changes(
                                request.getType(),
                                // Whoever goes on from somewhere has said where.
                                token.isEmpty() ? since(request) : Instant.EPOCH,
                                Tokens.read(token, request.getType()),
                                Tokens.size(
                                        request.hasPageSize(), request.getPageSize().getValue()));
        return ReadChangesResponse.newBuilder()
                .addAllChanges(page.items())
                .setContinuationToken(
                        page.next()
                                .map(next -> Tokens.write(next, request.getType()))
                                .orElse(token))
                .build();
    }

    private static Instant since(ReadChangesRequest request) {
        return request.hasStartTime() ? TupleStore.instant(request.getStartTime()) : Instant.EPOCH;
    }
}
