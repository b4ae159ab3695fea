package dev.curfew.app.cli.session;

import dev.curfew.outcome.Failure;

/** A value that can not be meant; the one way in which picocli lets a converter say so. */
public final class BadOption extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;

    public BadOption(Failure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
