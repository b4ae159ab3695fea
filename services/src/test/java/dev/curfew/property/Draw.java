package dev.curfew.property;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The choices of one case; the ends of a range come more often than their share. */
public final class Draw {
    private static final int ONE_IN = 10;
    private static final int LONGEST_TEXT = 40;
    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /** What parsers stumble over. */
    private static final String AWKWARD = " \t\n:/[]{}-+.,\"'\\\0\u2212\u202e\u00e9\ud83d0dhms";

    private final SplittableRandom random;

    Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From the first to the last, both included. */
    public long between(long first, long last) {
        return switch (random.nextInt(ONE_IN)) {
            case 0 -> first;
            case 1 -> last;
            default -> first + Math.floorMod(random.nextLong(), last - first + 1);
        };
    }

    public int between(int first, int last) {
        return Math.toIntExact(between((long) first, (long) last));
    }

    public Duration millis(long first, long last) {
        return Duration.ofMillis(between(first, last));
    }

    public boolean coin() {
        return random.nextBoolean();
    }

    public <T> Optional<T> maybe(Supplier<T> value) {
        return coin() ? Optional.of(value.get()) : Optional.empty();
    }

    public <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    public <T> List<T> some(int fewest, int most, Supplier<T> value) {
        int size = between(fewest, most);
        List<T> drawn = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            drawn.add(value.get());
        }
        return drawn;
    }

    /** Letters and digits. */
    public String word(int shortest, int longest) {
        return text(between(shortest, longest), LETTERS);
    }

    /** Anything, with what is awkward more often. */
    public String text() {
        int length = between(0, LONGEST_TEXT);
        if (coin()) {
            return text(length, AWKWARD);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        }
        return text.toString();
    }

    private String text(int length, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
