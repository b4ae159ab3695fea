package dev.curfew.delegation.yaml;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;

/** What is wrong with a YAML text, and where; never leaves this feature. */
public final class BadYaml extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;

    public BadYaml(int line, String problem) {
        super(problem, null, false, false);
        this.line = line;
    }

    /**
     * @param name of the file, or what else the text is known by
     */
    public <T> Outcome<T> in(String name) {
        return Outcome.failed(
                new Failure(
                        Reason.INVALID_RULES,
                        name,
                        "line " + line + ": " + String.valueOf(getMessage())));
    }
}
