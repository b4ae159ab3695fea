package dev.curfew.property;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Checks a property on many cases. A failure names the seed of its case; {@code -Dcurfew.seed=SEED}
 * begins with that one.
 */
public final class Cases {
    private static final int MANY = 1000;
    private static final String GIVEN = "curfew.seed";

    private Cases() {}

    public static void each(Consumer<Draw> property) {
        each(MANY, property);
    }

    public static void each(int count, Consumer<Draw> property) {
        long first = Long.getLong(GIVEN, RandomGenerator.getDefault().nextLong());
        for (long seed = first; seed != first + count; seed++) {
            try {
                property.accept(new Draw(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with -D" + GIVEN + "=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
