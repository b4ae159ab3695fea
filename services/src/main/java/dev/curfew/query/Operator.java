package dev.curfew.query;

/** What may stand between a field and its value. */
enum Operator {
    /** {@code :} contains, or equals for things that have no parts. */
    HAS(":"),
    EQUAL("="),
    NOT_EQUAL("!="),
    AT_LEAST(">="),
    AT_MOST("<="),
    MORE(">"),
    LESS("<");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    boolean compares() {
        return this == AT_LEAST || this == AT_MOST || this == MORE || this == LESS;
    }

    /** Whether a compared number (negative, zero, positive as by compareTo) satisfies this. */
    boolean holds(int compared) {
        return switch (this) {
            case HAS, EQUAL -> compared == 0;
            case NOT_EQUAL -> compared != 0;
            case AT_LEAST -> compared >= 0;
            case AT_MOST -> compared <= 0;
            case MORE -> compared > 0;
            case LESS -> compared < 0;
        };
    }
}
