package dev.curfew.lab.policy;

import dev.curfew.wire.openfga.ErrorCode;
import dev.curfew.wire.openfga.ListObjectsRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a user has a relation to: every object of the type is asked for. */
final class ListingObjects {
    /** As the server ships. More are left out silently. */
    static final int MOST = 1000;

    private static final int LONGEST_USER = 512;

    private ListingObjects() {}

    static void shape(String name, ListObjectsRequest request) {
        Shape.storeAndModel(name, request.getStoreId(), request.getAuthorizationModelId());
        Shape.matches(name + ".Type", request.getType(), Shape.TYPE);
        Shape.matches(name + ".Relation", request.getRelation(), Shape.RELATION);
        var length = request.getUser().getBytes(StandardCharsets.UTF_8).length;
        if (length < 1 || length > LONGEST_USER) {
            throw Shape.wrong(
                    name + ".User", "value length must be between 1 and 512 bytes, inclusive");
        }
        Shape.contextual(name + ".ContextualTuples", request.getContextualTuples());
    }

    /**
     * The objects, in no order that means anything.
     *
     * @param most how many at most
     * @throws PolicyRefusal if of one nobody can say and there is still room for it
     */
    static List<String> list(ListObjectsRequest request, PolicyStore store, int most) {
        var model = store.meant(request.getAuthorizationModelId());
        var contextual = request.getContextualTuples().getTupleKeysList();
        var facts = new Facts(model, store.tuples(), contextual, request.getContext());
        facts.refuseBad(contextual);
        know(model, request.getType(), request.getRelation());
        facts.rules()
                .user(request.getUser())
                .ifPresent(why -> {
                    throw PolicyRefusal.invalid("invalid 'user' value: " + why);
                });
        var checking = new Checking(facts, request.getUser());
        var found = new ArrayList<String>();
        @Nullable PolicyRefusal refusal = null;
        for (var object : new TreeSet<>(facts.objects(request.getType()))) {
            try {
                if (found.size() < most && checking.has(object, request.getRelation())) {
                    found.add(object);
                }
            } catch (PolicyRefusal cannotSay) {
                refusal = cannotSay;
            }
        }
        if (refusal != null && found.size() < most) {
            throw refusal;
        }
        return found;
    }

    /** Refuses a type that the model does not know. */
    static void knowType(Model model, String type) {
        if (!model.hasType(type)) {
            throw PolicyRefusal.of(ErrorCode.type_not_found, "type '%s' not found".formatted(type));
        }
    }

    /** Refuses a relation that the model does not know. */
    static void know(Model model, String type, String relation) {
        knowType(model, type);
        if (model.relation(type, relation).isEmpty()) {
            throw PolicyRefusal.of(
                    ErrorCode.relation_not_found, TupleRules.noRelation(type, relation));
        }
    }
}
