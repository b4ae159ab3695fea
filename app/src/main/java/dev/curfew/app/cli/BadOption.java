package dev.curfew.app.cli;

import dev.curfew.outcome.Failure;

/** A value that can not be meant; the one way in which picocli lets a converter say so. */
final class BadOption extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;

    BadOption(Failure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
