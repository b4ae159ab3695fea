package dev.curfew.lab.policy;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.curfew.wire.openfga.Condition;
import dev.curfew.wire.openfga.TupleKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The conditions of a model. Immutable. */
final class Conditions {
    private final Map<String, Condition> declared;
    private final Map<String, Comparison> compiled = new HashMap<>();

    /**
     * Reads them.
     *
     * @throws PolicyRefusal if there is one that the lab cannot evaluate
     */
    Conditions(Map<String, Condition> declared) {
        this.declared = Map.copyOf(declared);
        declared.forEach((name, condition) -> compiled.put(name, Comparison.of(condition)));
    }

    boolean has(String name) {
        return declared.containsKey(name);
    }

    /**
     * What is wrong with the values that a tuple keeps for its condition; empty if nothing is. The
     * condition must be there.
     */
    Optional<String> mistake(String name, Struct kept) {
        try {
            var parameters = declared.getOrDefault(name, Condition.getDefaultInstance());
            if (kept.getFieldsCount() > 0 && parameters.getParametersCount() == 0) {
                throw wrongType(name, "no parameters defined for the condition");
            }
            typed(parameters, kept.getFieldsMap());
            return kept.getFieldsMap().keySet().stream()
                    .filter(key -> !parameters.containsParameters(key))
                    .sorted()
                    .findFirst()
                    .map(key -> "found invalid context parameter: " + key);
        } catch (WrongType e) {
            return Optional.of(e.text());
        }
    }

    /**
     * Whether the condition of a tuple holds; it does if there is none. Values that the tuple keeps
     * win over those of the request.
     *
     * @throws PolicyRefusal if a value is missing or of another type, whatever the rest says
     */
    boolean holds(TupleKey tuple, Struct request) {
        var name = tuple.getCondition().getName();
        if (name.isEmpty()) {
            return true;
        }
        var condition = declared.get(name);
        var comparison = compiled.get(name);
        if (condition == null || comparison == null) {
            throw unknown("'%s' - condition was not found".formatted(name));
        }
        var said = new HashMap<>(request.getFieldsMap());
        said.putAll(tuple.getCondition().getContext().getFieldsMap());
        Map<String, Object> values;
        try {
            values = typed(condition, said);
        } catch (WrongType e) {
            throw unknown(e.text());
        }
        var missing =
                condition.getParametersMap().keySet().stream()
                        .filter(key -> !values.containsKey(key))
                        .sorted()
                        .toList();
        if (!missing.isEmpty()) {
            throw unknown(
                    "'%s' - tuple '%s' is missing context parameters '[%s]'"
                            .formatted(
                                    name,
                                    Names.line(
                                            tuple.getObject(),
                                            tuple.getRelation(),
                                            tuple.getUser()),
                                    String.join(" ", missing)));
        }
        return comparison.holds(values);
    }

    private static PolicyRefusal unknown(String why) {
        return PolicyRefusal.invalid("failed to evaluate relationship condition: " + why);
    }

    private static Map<String, Object> typed(Condition condition, Map<String, Value> said)
            throws WrongType {
        var values = new HashMap<String, Object>();
        // In the order of their names, so that the same mistake is found at every try.
        for (var parameter : new TreeMap<>(condition.getParametersMap()).entrySet()) {
            var value = said.get(parameter.getKey());
            if (value != null) {
                try {
                    values.put(
                            parameter.getKey(),
                            Values.read(value, parameter.getValue().getTypeName()));
                } catch (IllegalArgumentException e) {
                    throw wrongType(
                            condition.getName(),
                            "failed to convert context parameter '%s': %s"
                                    .formatted(parameter.getKey(), e.getMessage()));
                }
            }
        }
        return values;
    }

    private static WrongType wrongType(String condition, String cause) {
        return new WrongType(
                "parameter type error on condition '%s' - %s".formatted(condition, cause));
    }

    private static final class WrongType extends Exception {
        WrongType(String message) {
            super(message, null, false, false);
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }
}
