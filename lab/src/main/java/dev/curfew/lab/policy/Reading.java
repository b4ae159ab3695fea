package dev.curfew.lab.policy;

import dev.curfew.wire.openfga.ReadRequest;
import dev.curfew.wire.openfga.ReadRequestTupleKey;
import dev.curfew.wire.openfga.ReadResponse;
import dev.curfew.wire.openfga.TupleKey;
import java.util.function.Predicate;

/** Lists of tuples. */
final class Reading {
    private Reading() {}

    static void shape(ReadRequest request) {
        Shape.store("ReadRequest", request.getStoreId());
        if (request.hasTupleKey()) {
            Shape.inside("ReadRequest.TupleKey", () -> shape(request.getTupleKey()));
        }
        Shape.page(
                "ReadRequest",
                request.hasPageSize(),
                request.getPageSize(),
                request.getContinuationToken());
    }

    private static void shape(ReadRequestTupleKey key) {
        Shape.user("ReadRequestTupleKey", key.getUser());
        Shape.matchesIfSet("ReadRequestTupleKey.User", key.getUser(), Shape.READ_USER);
        Shape.matchesIfSet("ReadRequestTupleKey.Relation", key.getRelation(), Shape.RELATION);
        Shape.matchesIfSet("ReadRequestTupleKey.Object", key.getObject(), Shape.OBJECT);
    }

    static ReadResponse read(ReadRequest request, PolicyStore store) {
        var key = request.getTupleKey();
        var isWhole = !Names.id(key.getObject()).isEmpty();
        if (request.hasTupleKey()
                && (Names.type(key.getObject()).isEmpty()
                        || (!isWhole && key.getUser().isEmpty()))) {
            throw PolicyRefusal.invalid(
                    "the 'tuple_key' field was provided but the object type field is required and"
                            + " both the object id and user cannot be empty");
        }
        var page =
                store.tuples()
                        .page(
                                wanted(key),
                                Tokens.read(request.getContinuationToken()),
                                Tokens.size(
                                        request.hasPageSize(), request.getPageSize().getValue()));
        return ReadResponse.newBuilder()
                .addAllTuples(page.items())
                .setContinuationToken(page.next().map(Tokens::write).orElse(""))
                .build();
    }

    private static Predicate<TupleKey> wanted(ReadRequestTupleKey key) {
        return tuple ->
                fits(key.getObject(), tuple.getObject())
                        && (key.getRelation().isEmpty()
                                || key.getRelation().equals(tuple.getRelation()))
                        && fits(key.getUser(), tuple.getUser());
    }

    /** A type and a colon alone stand for all of the type. */
    private static boolean fits(String wanted, String is) {
        return wanted.isEmpty()
                || wanted.equals(is)
                || (wanted.endsWith(":") && is.startsWith(wanted));
    }
}
