package dev.curfew.text;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Durations as operators write and read them, in whole seconds. Pure.
 *
 * <p>Written: numbers with the units d, h, m, s, the large ones first, each at most once, with or
 * without spaces: {@code 30s}, {@code 1h30m}, {@code 2 d}; the units' usual words are read, too:
 * {@code 5 min}. What {@link #display} gives for a duration within the limits can be read again as
 * the same one.
 */
public final class Durations {
    /** 2^31-1 s: SPIRE's TTLs are 32-bit numbers of seconds. */
    public static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

    /** Whether a duration of nothing has a meaning where it is asked for. */
    public enum Zero {
        REFUSED,
        ALLOWED
    }

    private static final String UNITS = "dhms";
    private static final List<Set<String>> WORDS =
            List.of(
                    Set.of("d", "day", "days"),
                    Set.of("h", "hour", "hours"),
                    Set.of("m", "min", "minute", "minutes"),
                    Set.of("s", "sec", "second", "seconds"));
    private static final long[] SECONDS = {86_400, 3_600, 60, 1};

    /** Up to here hours are easier to compare than days: a day reads "24 h". */
    private static final long DAYS_FROM = 2 * SECONDS[0];

    private static final int MOST_DIGITS = 10;

    private Durations() {}

    /** The duration, or {@link Reason#INVALID_DURATION} with what is wrong about the text. */
    public static Outcome<Duration> parse(String text, Zero zero) {
        String compact = text.strip();
        if (compact.isEmpty()) {
            return invalid(text, "it is empty");
        }
        if (compact.startsWith("-") || compact.startsWith("−")) {
            return invalid(text, "it must not be negative");
        }
        return compact.equals("0") ? ofSeconds(text, 0, zero) : terms(text, compact, zero);
    }

    private static Outcome<Duration> terms(String text, String compact, Zero zero) {
        long total = 0;
        int largestAllowed = 0;
        int at = 0;
        while (at < compact.length()) {
            int digitsEnd = skipDigits(compact, at);
            if (digitsEnd == at) {
                return invalid(text, "a number is missing before " + compact.substring(at));
            }
            if (digitsEnd - at > MOST_DIGITS) {
                return invalid(text, "it is longer than 2147483647 seconds");
            }
            long number = Long.parseLong(compact.substring(at, digitsEnd));
            int unitAt = skipSpaces(compact, digitsEnd);
            if (unitAt == compact.length()) {
                return invalid(text, "a unit is missing after " + number);
            }
            String word = compact.substring(unitAt, wordEnd(compact, unitAt));
            int unit = unit(word);
            if (unit < 0) {
                return invalid(text, word + " is not a unit; the units are d, h, m and s");
            }
            if (unit < largestAllowed) {
                return invalid(text, "each unit comes once, the larger ones first");
            }
            total += number * SECONDS[unit];
            largestAllowed = unit + 1;
            at = skipSpaces(compact, unitAt + word.length());
        }
        return ofSeconds(text, total, zero);
    }

    private static int unit(String word) {
        for (int unit = 0; unit < WORDS.size(); unit++) {
            if (WORDS.get(unit).contains(word)) {
                return unit;
            }
        }
        return -1;
    }

    /** Behind a run of letters, or behind whatever single character stands there. */
    private static int wordEnd(String text, int from) {
        int at = from + 1;
        while (at < text.length()
                && Character.isLetter(text.charAt(from))
                && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Outcome<Duration> ofSeconds(String text, long seconds, Zero zero) {
        if (seconds == 0 && zero == Zero.REFUSED) {
            return invalid(text, "it must be longer than nothing");
        }
        if (seconds > Integer.MAX_VALUE) {
            return invalid(text, "it is longer than 2147483647 seconds");
        }
        return Outcome.ok(Duration.ofSeconds(seconds));
    }

    /**
     * The short form: {@code 5 m}, {@code 1 h 30 m}, {@code 24 h}, {@code 2 d}; parts of a second
     * are left out, and what is shorter is {@code 0 s}. A negative one begins with a minus sign.
     */
    public static String display(Duration duration) {
        Duration whole = duration.abs();
        long rest = whole.toSeconds();
        StringBuilder out = new StringBuilder(duration.isNegative() && rest > 0 ? "−" : "");
        for (int unit = rest >= DAYS_FROM ? 0 : 1; unit < SECONDS.length; unit++) {
            long number = rest / SECONDS[unit];
            rest %= SECONDS[unit];
            if (number > 0) {
                out.append(out.length() > 1 ? " " : "").append(number).append(' ');
                out.append(UNITS.charAt(unit));
            }
        }
        return out.isEmpty() ? "0 s" : out.toString();
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static Outcome<Duration> invalid(String text, String detail) {
        return Outcome.failed(Reason.INVALID_DURATION, text, detail);
    }
}
