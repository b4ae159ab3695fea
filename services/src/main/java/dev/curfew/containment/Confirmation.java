package dev.curfew.containment;

import java.util.Optional;

/**
 * An operator's word for a plan.
 *
 * @param operator who
 * @param reason why; may be empty
 * @param incident number; may be empty
 * @param typed what was typed to confirm
 * @param secondOperator who else approved, as the approval names them; checked before it gets here
 */
public record Confirmation(
        String operator,
        String reason,
        String incident,
        String typed,
        Optional<String> secondOperator) {

    /** Without a second operator. */
    public Confirmation(String operator, String reason, String incident, String typed) {
        this(operator, reason, incident, typed, Optional.empty());
    }

    public Confirmation approvedBy(String second) {
        return new Confirmation(operator, reason, incident, typed, Optional.of(second));
    }
}
