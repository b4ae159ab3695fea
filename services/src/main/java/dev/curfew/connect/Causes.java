package dev.curfew.connect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chain of causes of an exception. */
final class Causes {
    /** Guards against chains that bite their own tail. */
    private static final int DEEPEST = 20;

    private Causes() {}

    /** The exception itself first, then what caused it. */
    static List<Throwable> of(@Nullable Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable at = thrown; at != null && chain.size() < DEEPEST; at = at.getCause()) {
            chain.add(at);
        }
        return chain;
    }

    /** What an exception says, or its kind where it says nothing. */
    static String text(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }
}
