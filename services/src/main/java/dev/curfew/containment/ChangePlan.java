package dev.curfew.containment;

import dev.curfew.exposure.ExposureBound;
import dev.curfew.outcome.Failure;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What would happen, before it happens. Immutable; running it checks again that what was seen is
 * still there.
 *
 * @param operationId of the action, if it is run; the same plan is never run twice under it
 * @param items one for each thing that is changed
 * @param bound if it were run at {@code plannedAt}
 * @param refusals why parts of it can not be run; such a plan has no run button
 * @param undoable whether undo can put it back
 * @param typed what the operator must type to confirm; empty for a plain confirmation
 */
public record ChangePlan(
        String operationId,
        String connection,
        Change change,
        ActionKind kind,
        Instant plannedAt,
        List<Item> items,
        ExposureBound bound,
        List<Warning> warnings,
        List<Failure> refusals,
        boolean undoable,
        Optional<String> typed) {

    public ChangePlan {
        items = List.copyOf(items);
        warnings = List.copyOf(warnings);
        refusals = List.copyOf(refusals);
    }

    /**
     * One thing and what becomes of it.
     *
     * @param key the server's name for it: an entry's id, a node's SPIFFE ID, a trust domain; a
     *     number for a new entry
     * @param title as people call it
     * @param changes empty if it is as wanted already
     */
    public record Item(String key, String title, List<FieldChange> changes) {
        public Item {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One field before and after, as shown; before is empty for something new, after for something
     * that ends.
     */
    public record FieldChange(String field, String before, String after) {}

    /**
     * Something to know before confirming.
     *
     * @param key of its sentence, {@code warning.KEY}
     * @param arguments for the gaps of the sentence
     */
    public record Warning(String key, List<String> arguments) {
        public Warning {
            arguments = List.copyOf(arguments);
        }

        public static Warning of(String key, Object... arguments) {
            return new Warning(key, Arrays.stream(arguments).map(String::valueOf).toList());
        }
    }

    ChangePlan confirmedAsAWhole() {
        return new ChangePlan(
                operationId,
                connection,
                change,
                kind,
                plannedAt,
                items,
                bound,
                warnings,
                List.of(),
                undoable,
                Optional.empty());
    }

    public boolean isRunnable() {
        return refusals.isEmpty() && !items.isEmpty();
    }
}
