package dev.curfew.policy.openfga;

import com.google.protobuf.Struct;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.PolicyCondition;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.context.ContextValues;
import dev.curfew.wire.openfga.RelationshipCondition;
import dev.curfew.wire.openfga.TupleKey;
import dev.curfew.wire.openfga.TupleKeyWithoutCondition;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tuples as relationships, and back. */
final class Tuples {
    private Tuples() {}

    static Outcome<Relationship> read(TupleKey key, Model model) {
        return Names.entity(key.getObject())
                .then(object ->
                        Names.subject(key.getUser())
                                .map(subject -> {
                                    Optional<PolicyCondition> condition = condition(key);
                                    return new Relationship(
                                            object,
                                            key.getRelation(),
                                            subject,
                                            condition,
                                            condition.flatMap(c -> end(c, model)));
                                }));
    }

    private static Optional<PolicyCondition> condition(TupleKey key) {
        if (!key.hasCondition() || key.getCondition().getName().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = new TreeMap<>();
        key.getCondition()
                .getContext()
                .getFieldsMap()
                .forEach((name, value) -> values.put(name, ContextValues.text(value)));
        return Optional.of(new PolicyCondition(key.getCondition().getName(), values));
    }

    private static Optional<Instant> end(PolicyCondition condition, Model model) {
        return model.expiry(condition.name())
                .map(expiry -> condition.values().get(expiry.end()))
                .flatMap(Tuples::instant);
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static TupleKeyWithoutCondition key(Relationship one) {
        return TupleKeyWithoutCondition.newBuilder()
                .setObject(Names.write(one.resource()))
                .setRelation(one.relation())
                .setUser(Names.write(one.subject()))
                .build();
    }

    static TupleKey tuple(Relationship one, Model model) {
        TupleKey.Builder key =
                TupleKey.newBuilder()
                        .setObject(Names.write(one.resource()))
                        .setRelation(one.relation())
                        .setUser(Names.write(one.subject()));
        one.condition()
                .ifPresent(condition -> {
                    Struct.Builder context = Struct.newBuilder();
                    condition
                            .values()
                            .forEach((name, text) ->
                                    context.putFields(
                                            name,
                                            Values.value(
                                                    text,
                                                    model.parameter(condition.name(), name))));
                    key.setCondition(
                            RelationshipCondition.newBuilder()
                                    .setName(condition.name())
                                    .setContext(context));
                });
        return key.build();
    }

    /** The same with another end; empty: it has none that could be moved. */
    static Optional<Relationship> ending(
            Relationship one, String relation, Instant notAfter, Model model) {
        return one.condition()
                .flatMap(condition ->
                        model.expiry(condition.name())
                                .map(expiry -> {
                                    Map<String, String> values = new TreeMap<>(condition.values());
                                    values.put(expiry.end(), notAfter.toString());
                                    return new Relationship(
                                            one.resource(),
                                            relation,
                                            one.subject(),
                                            Optional.of(
                                                    new PolicyCondition(condition.name(), values)),
                                            Optional.of(notAfter));
                                }));
    }
}
