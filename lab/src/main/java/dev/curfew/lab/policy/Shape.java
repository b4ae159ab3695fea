package dev.curfew.lab.policy;

import com.google.protobuf.Int32Value;
import dev.curfew.wire.openfga.CheckRequestTupleKey;
import dev.curfew.wire.openfga.ContextualTupleKeys;
import dev.curfew.wire.openfga.TupleKey;
import dev.curfew.wire.openfga.TupleKeyWithoutCondition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The form that requests must have before anybody looks at what they say. Each method throws a
 * {@link PolicyRefusal} with the text of the real server's generated checks.
 */
final class Shape {
    static final String ID = "^[ABCDEFGHJKMNPQRSTVWXYZ0-9]{26}$";
    static final String STORE_NAME = "^[a-zA-Z0-9\\s\\.\\-\\/^_&@]{3,64}$";
    static final String TYPE = "^[^:#@\\s]{1,254}$";
    static final String ANY_TYPE = "^[^:#\\s]{1,254}$";
    static final String RELATION = "^[^:#@\\s]{1,50}$";
    static final String OBJECT = "^[^\\s]{2,256}$";
    static final String ASKED_USER = "^[^\\s]{2,512}$";
    static final String READ_USER = "^[^\\s]{1,511}:[^\\s]{1,511}$";
    static final String OBJECT_ID = "[^#:\\s]+$";
    static final String CORRELATION_ID = "^[\\w\\d-]{1,36}$";
    private static final String CONDITION = "^[^\\s]{2,256}$";
    private static final String TOKEN = "^$|^[A-Za-z0-9-_]+={0,2}$";
    private static final int LONGEST_USER = 512;
    private static final int LARGEST_PAGE = 100;
    private static final int MOST_CONTEXTUAL = 100;

    private Shape() {}

    static void matches(String field, String value, String pattern) {
        if (!Pattern.compile(pattern).matcher(value).find()) {
            throw wrong(
                    field,
                    "value does not match regex pattern \"" + pattern.replace("\\", "\\\\") + '"');
        }
    }

    static void matchesIfSet(String field, String value, String pattern) {
        if (!value.isEmpty()) {
            matches(field, value, pattern);
        }
    }

    static void store(String request, String id) {
        matches(request + ".StoreId", id, ID);
    }

    static void storeAndModel(String request, String store, String model) {
        store(request, store);
        matchesIfSet(request + ".AuthorizationModelId", model, ID);
    }

    static void present(String field, boolean is) {
        if (!is) {
            throw wrong(field, "value is required");
        }
    }

    static PolicyRefusal wrong(String field, String why) {
        return PolicyRefusal.malformed("invalid " + field + ": " + why);
    }

    /** A mistake inside is told as one of the outside. */
    static void inside(String field, Runnable check) {
        try {
            check.run();
        } catch (PolicyRefusal refusal) {
            throw wrong(field, "embedded message failed validation | caused by: " + refusal.text());
        }
    }

    static void page(String request, boolean sized, Int32Value size, String token) {
        if (sized && (size.getValue() < 1 || size.getValue() > LARGEST_PAGE)) {
            throw wrong(request + ".PageSize", "value must be inside range [1, 100]");
        }
        token(request, token);
    }

    static void token(String request, String token) {
        matches(request + ".ContinuationToken", token, TOKEN);
    }

    static void question(String field, CheckRequestTupleKey key) {
        inside(
                field,
                () -> {
                    matches("CheckRequestTupleKey.User", key.getUser(), ASKED_USER);
                    matches("CheckRequestTupleKey.Relation", key.getRelation(), RELATION);
                    matches("CheckRequestTupleKey.Object", key.getObject(), OBJECT);
                });
    }

    static void contextual(String field, ContextualTupleKeys tuples) {
        inside(
                field,
                () -> {
                    atMost("ContextualTupleKeys.TupleKeys", tuples.getTupleKeysCount());
                    tuples("ContextualTupleKeys.TupleKeys", tuples.getTupleKeysList());
                });
    }

    static void atMost(String field, int count) {
        if (count > MOST_CONTEXTUAL) {
            throw wrong(field, "value must contain no more than 100 item(s)");
        }
    }

    static void tuples(String field, List<TupleKey> tuples) {
        for (var i = 0; i < tuples.size(); i++) {
            var tuple = tuples.get(i);
            inside(field + "[" + i + "]", () -> tuple(tuple));
        }
    }

    private static void tuple(TupleKey tuple) {
        user("TupleKey", tuple.getUser());
        matches("TupleKey.Relation", tuple.getRelation(), RELATION);
        matches("TupleKey.Object", tuple.getObject(), OBJECT);
        if (tuple.hasCondition()) {
            inside(
                    "TupleKey.Condition",
                    () ->
                            matches(
                                    "RelationshipCondition.Name",
                                    tuple.getCondition().getName(),
                                    CONDITION));
        }
    }

    static void deletion(String field, TupleKeyWithoutCondition tuple) {
        inside(
                field,
                () -> {
                    user("TupleKeyWithoutCondition", tuple.getUser());
                    matches("TupleKeyWithoutCondition.Relation", tuple.getRelation(), RELATION);
                    matches("TupleKeyWithoutCondition.Object", tuple.getObject(), OBJECT);
                });
    }

    static void user(String message, String user) {
        if (user.getBytes(StandardCharsets.UTF_8).length > LONGEST_USER) {
            throw wrong(message + ".User", "value length must be at most 512 bytes");
        }
    }
}
