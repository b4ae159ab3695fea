package dev.curfew.peers;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, for so long and no longer. */
public final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Waiting() {}

    /** Whether it came true in time. */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        return within(limit, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    /**
     * The first value that comes.
     *
     * @param what is waited for, for the failure
     * @throws AssertionError if none comes in time
     */
    public static <T> T value(String what, Duration limit, Supplier<Optional<T>> source) {
        return within(limit, source)
                .orElseThrow(() ->
                        new AssertionError(what + ": not within " + limit.toSeconds() + " s"));
    }

    private static <T> Optional<T> within(Duration limit, Supplier<Optional<T>> source) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> value = source.get();
            if (value.isPresent() || System.nanoTime() > end) {
                return value;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }
}
