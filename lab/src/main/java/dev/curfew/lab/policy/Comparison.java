package dev.curfew.lab.policy;

import dev.curfew.wire.openfga.Condition;
import dev.curfew.wire.openfga.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The expressions that the lab can evaluate: parameters of one type compared with each other, as
 * many comparisons as there are, all of which must hold.
 */
final class Comparison {
    private static final Pattern TERM =
            Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*(<=|<|>=|>|==|!=)\\s*([A-Za-z_]\\w*)\\s*");

    private final List<Term> terms;

    private record Term(String left, String operator, String right) {
        boolean holds(Map<String, Object> values) {
            var order =
                    order(
                            Objects.requireNonNull(values.get(left)),
                            Objects.requireNonNull(values.get(right)));
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                case "==" -> order == 0;
                default -> order != 0;
            };
        }

        // Both are of the type that both parameters have.
        @SuppressWarnings("unchecked")
        private static int order(Object left, Object right) {
            return ((Comparable<Object>) left).compareTo(right);
        }
    }

    private Comparison(List<Term> terms) {
        this.terms = terms;
    }

    /**
     * Reads the expression of a condition.
     *
     * @throws PolicyRefusal if it is another one
     */
    static Comparison of(Condition condition) {
        var terms = new ArrayList<Term>();
        for (var text : condition.getExpression().split("&&", -1)) {
            var term = TERM.matcher(text);
            if (!term.matches()) {
                throw beyond(condition, "'" + text.strip() + "' is no comparison of parameters");
            }
            sameKnownType(condition, term.group(1), term.group(3));
            terms.add(new Term(term.group(1), term.group(2), term.group(3)));
        }
        return new Comparison(terms);
    }

    private static void sameKnownType(Condition condition, String left, String right) {
        var one = condition.getParametersMap().get(left);
        var other = condition.getParametersMap().get(right);
        if (one == null || other == null) {
            throw PolicyRefusal.of(
                    ErrorCode.invalid_authorization_model,
                    "failed to compile expression on condition '%s' - undeclared reference to '%s'"
                            .formatted(condition.getName(), one == null ? left : right));
        }
        if (one.getTypeName() != other.getTypeName() || !Values.knows(one.getTypeName())) {
            throw beyond(
                    condition,
                    "it compares %s with %s".formatted(one.getTypeName(), other.getTypeName()));
        }
    }

    private static PolicyRefusal beyond(Condition condition, String why) {
        return PolicyRefusal.malformed(
                "the lab cannot evaluate condition '%s': %s. It can compare parameters of one type"
                                .formatted(condition.getName(), why)
                        + " (timestamp, string, bool, int, uint, double), joined by &&");
    }

    /** All parameters must have values. */
    boolean holds(Map<String, Object> values) {
        return terms.stream().allMatch(term -> term.holds(values));
    }
}
