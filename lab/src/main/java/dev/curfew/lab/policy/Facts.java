package dev.curfew.lab.policy;

import com.google.protobuf.Struct;
import dev.curfew.wire.openfga.ErrorCode;
import dev.curfew.wire.openfga.TupleKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What one request is answered from: a model, the tuples it counts, and what the caller says. */
final class Facts {
    private final Model model;
    private final TupleRules rules;
    private final TupleStore store;
    private final List<TupleKey> contextual;
    private final Struct said;

    /** For a request with tuples and values of its own; the tuples must be ones to be written. */
    Facts(Model model, TupleStore store, List<TupleKey> contextual, Struct said) {
        this.model = model;
        this.rules = new TupleRules(model);
        this.store = store;
        this.contextual = contextual;
        this.said = said;
    }

    Model model() {
        return model;
    }

    TupleRules rules() {
        return rules;
    }

    /** The tuples of a request are held to what is written. */
    void refuseBad(List<TupleKey> tuples) {
        for (var tuple : tuples) {
            rules.mistake(tuple)
                    .ifPresent(why -> {
                        throw PolicyRefusal.of(ErrorCode.invalid_tuple, why);
                    });
        }
    }

    /** The tuples of a relation that the model counts, whatever their conditions. */
    List<TupleKey> of(String object, String relation) {
        var own =
                contextual.stream()
                        .filter(tuple ->
                                tuple.getObject().equals(object)
                                        && tuple.getRelation().equals(relation))
                        .toList();
        var tuples = new ArrayList<>(own);
        var users = own.stream().map(TupleKey::getUser).collect(Collectors.toSet());
        store.of(object, relation).stream()
                .filter(tuple -> !users.contains(tuple.getUser()))
                .forEach(tuples::add);
        tuples.removeIf(tuple -> !rules.counts(tuple));
        return tuples;
    }

    /** The objects of a type that any tuple tells of. */
    Set<String> objects(String type) {
        var found = new HashSet<String>();
        for (var tuples : List.of(contextual, store.all())) {
            for (var tuple : tuples) {
                if (Names.type(tuple.getObject()).equals(type)) {
                    found.add(tuple.getObject());
                }
            }
        }
        return found;
    }

    /**
     * Whether a tuple's condition holds.
     *
     * @throws PolicyRefusal if nobody can say
     */
    boolean holds(TupleKey tuple) {
        return model.conditions().holds(tuple, said);
    }
}
