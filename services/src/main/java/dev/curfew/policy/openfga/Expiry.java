package dev.curfew.policy.openfga;

import dev.curfew.wire.openfga.Condition;
import dev.curfew.wire.openfga.ConditionParamTypeRef.TypeName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition that is about time alone: it holds while what the asker says is the time comes before
 * what is kept as the end.
 *
 * @param clock the parameter that the asker gives
 * @param end the parameter that is kept beside the relationship
 */
record Expiry(String condition, String clock, String end) {
    private static final Pattern BEFORE = Pattern.compile("\\s*(\\w+)\\s*<=?\\s*(\\w+)\\s*");
    private static final Pattern AFTER = Pattern.compile("\\s*(\\w+)\\s*>=?\\s*(\\w+)\\s*");

    /**
     * Parameters by these words are the asker's; of two timestamps, nothing else tells which is.
     */
    private static final Pattern NOW = Pattern.compile("(current|now|request).*|time|.*_now");

    /** Empty: the condition says more, or something else. */
    static Optional<Expiry> of(Condition condition) {
        if (condition.getParametersCount() != 2
                || condition.getParametersMap().values().stream()
                        .anyMatch(type -> type.getTypeName() != TypeName.TYPE_NAME_TIMESTAMP)) {
            return Optional.empty();
        }
        Matcher before = BEFORE.matcher(condition.getExpression());
        if (before.matches()) {
            return of(condition, before.group(1), before.group(2));
        }
        Matcher after = AFTER.matcher(condition.getExpression());
        return after.matches() ? of(condition, after.group(2), after.group(1)) : Optional.empty();
    }

    private static Optional<Expiry> of(Condition condition, String clock, String end) {
        boolean known =
                condition.getParametersMap().containsKey(clock)
                        && condition.getParametersMap().containsKey(end)
                        && NOW.matcher(clock).matches()
                        && !NOW.matcher(end).matches();
        return known ? Optional.of(new Expiry(condition.getName(), clock, end)) : Optional.empty();
    }
}
