package dev.curfew.delegation.token;

/** What is wrong with a token, in words that hold nothing of it; never leaves this package. */
final class BadToken extends Exception {
    private static final long serialVersionUID = 1;

    BadToken(String problem) {
        super(problem, null, false, false);
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
