package dev.curfew.estate;

import dev.curfew.outcome.Failure;

/** Failures that are not about what was asked for: the server itself does not answer. */
public final class Unreachable {
    private Unreachable() {}

    public static boolean is(Failure failure) {
        return switch (failure.reason()) {
            case LOST_MID_SCAN, NO_ANSWER, NOTHING_LISTENING, SOCKET_MISSING, UNKNOWN_HOST -> true;
            default -> false;
        };
    }
}
