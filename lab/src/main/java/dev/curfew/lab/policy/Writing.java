package dev.curfew.lab.policy;

import dev.curfew.lab.policy.TupleStore.Key;
import dev.curfew.lab.policy.TupleStore.Lenience;
import dev.curfew.wire.openfga.ErrorCode;
import dev.curfew.wire.openfga.WriteRequest;
import java.util.HashSet;
import java.util.List;

/** The one call that changes tuples. */
final class Writing {
    /** As the server ships. */
    private static final int MOST = 100;

    private static final String ERROR = "error";
    private static final String IGNORE = "ignore";

    private Writing() {}

    static void shape(WriteRequest request) {
        Shape.store("WriteRequest", request.getStoreId());
        if (request.hasWrites()) {
            Shape.inside(
                    "WriteRequest.Writes",
                    () -> {
                        var tuples = request.getWrites().getTupleKeysList();
                        some("WriteRequestWrites.TupleKeys", tuples);
                        Shape.tuples("WriteRequestWrites.TupleKeys", tuples);
                    });
        }
        if (request.hasDeletes()) {
            Shape.inside(
                    "WriteRequest.Deletes",
                    () -> {
                        var tuples = request.getDeletes().getTupleKeysList();
                        some("WriteRequestDeletes.TupleKeys", tuples);
                        for (var i = 0; i < tuples.size(); i++) {
                            Shape.deletion(
                                    "WriteRequestDeletes.TupleKeys[" + i + "]", tuples.get(i));
                        }
                    });
        }
        Shape.matchesIfSet(
                "WriteRequest.AuthorizationModelId", request.getAuthorizationModelId(), Shape.ID);
    }

    private static void some(String field, List<?> items) {
        if (items.isEmpty()) {
            throw Shape.wrong(field, "value must contain at least 1 item(s)");
        }
    }

    static void write(WriteRequest request, PolicyStore store) {
        var model = store.meant(request.getAuthorizationModelId());
        var writes = request.getWrites().getTupleKeysList();
        var deletes = request.getDeletes().getTupleKeysList();
        if (writes.isEmpty() && deletes.isEmpty()) {
            throw PolicyRefusal.of(
                    ErrorCode.invalid_write_input,
                    "Invalid input. Make sure you provide at least one write, or at least one"
                            + " delete");
        }
        var rules = new TupleRules(model);
        for (var tuple : writes) {
            rules.mistake(tuple)
                    .ifPresent(why -> {
                        throw PolicyRefusal.invalid(why);
                    });
            var line = TupleRules.line(tuple);
            if (tuple.getUser().equals(tuple.getObject() + "#" + tuple.getRelation())) {
                throw PolicyRefusal.invalid(
                        "Invalid tuple '%s'. Reason: cannot write a tuple that is implicit"
                                .formatted(line));
            }
        }
        for (var tuple : deletes) {
            if (!Names.isUser(tuple.getUser())) {
                throw PolicyRefusal.invalid(
                        "Invalid tuple '%s'. Reason: the 'user' field is malformed"
                                .formatted(
                                        Names.line(
                                                tuple.getObject(),
                                                tuple.getRelation(),
                                                tuple.getUser())));
            }
        }
        var gone = deletes.stream().map(Key::of).toList();
        distinct(gone, writes.stream().map(Key::of).toList());
        store.tuples()
                .write(
                        gone,
                        writes,
                        new Lenience(
                                option("on_duplicate", request.getWrites().getOnDuplicate()),
                                option("on_missing", request.getDeletes().getOnMissing())));
    }

    private static void distinct(List<Key> deletes, List<Key> writes) {
        var seen = new HashSet<Key>();
        for (var keys : List.of(deletes, writes)) {
            for (var key : keys) {
                if (!seen.add(key)) {
                    throw PolicyRefusal.of(
                            ErrorCode.cannot_allow_duplicate_tuples_in_one_request,
                            "duplicate tuple in write: " + key);
                }
            }
        }
        if (seen.size() > MOST) {
            throw PolicyRefusal.of(
                    ErrorCode.exceeded_entity_limit,
                    "The number of write operations exceeds the allowed limit of " + MOST);
        }
    }

    private static boolean option(String name, String said) {
        return switch (said) {
            case "", ERROR -> false;
            case IGNORE -> true;
            default -> throw PolicyRefusal.invalid("invalid %s option: %s".formatted(name, said));
        };
    }
}
