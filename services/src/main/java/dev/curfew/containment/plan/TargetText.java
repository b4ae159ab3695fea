package dev.curfew.containment.plan;

import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.exception.InvalidSpiffeIdException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A target as one line of text and back, for a place in the window that can be returned to. Pure.
 */
public final class TargetText {
    private TargetText() {}

    public static String write(ContainmentTarget target) {
        return TargetJson.write(target).toString();
    }

    /** INVALID_INPUT for anything that {@link #write} did not write. */
    public static Outcome<ContainmentTarget> read(String text) {
        try {
            return Outcome.ok(TargetJson.target(JsonMapper.shared().readTree(text)));
        } catch (JacksonException | IllegalArgumentException | InvalidSpiffeIdException e) {
            return Outcome.failed(Reason.INVALID_INPUT, "the target", "it names no target");
        }
    }
}
