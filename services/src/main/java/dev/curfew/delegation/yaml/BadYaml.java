package dev.curfew.delegation.yaml;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;

/** What is wrong with a YAML text, and where; never leaves this feature. */
public final class BadYaml extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    /**
     * @param line counted from 1
     * @param column counted from 1
     */
    BadYaml(int line, int column, String problem) {
        super(problem, null, false, false);
        this.line = line;
        this.column = column;
    }

    /** Where a value stands. */
    public BadYaml(YamlTree where, String problem) {
        this(where.line(), where.column(), problem);
    }

    public TextProblem problem() {
        return new TextProblem(line, column, String.valueOf(getMessage()));
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
