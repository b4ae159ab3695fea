package dev.curfew.app.cli.session;

/** Exit codes of answers that are no failures, beside 0 and 1. */
public final class Exits {
    /** A policy backend decided that it is not allowed. */
    public static final int DENIED = 5;

    /** Checks of delegation found something. */
    public static final int FINDINGS = 6;

    private Exits() {}
}
