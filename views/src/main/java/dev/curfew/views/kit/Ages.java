package dev.curfew.views.kit;

import dev.curfew.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants and durations as the window writes them, in the clock's zone. Any thread. */
public final class Ages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ENGLISH);

    private final Texts texts;
    private final Clock clock;
    private final ZoneId zone;

    public Ages(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
        // The bare offset would be written "Z".
        this.zone = clock.getZone().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : clock.getZone();
    }

    public Instant now() {
        return clock.instant();
    }

    /** How long ago, roughly: "23 s", "2 m 33 s", "1 h 03 m", "6 d 4 h"; never negative. */
    public String since(Instant then) {
        return rough(Duration.between(then, now()));
    }

    /** How long from now, roughly; "0 s" once it is over. */
    public String until(Instant then) {
        return rough(Duration.between(now(), then));
    }

    /** The two largest units: "21 m 28 s", "30 m", "24 h", "6 d 4 h". */
    public String rough(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return texts.get("kit.age.seconds", seconds);
        }
        if (seconds < 3600) {
            return pair("kit.age.minutes", seconds / 60, "kit.age.seconds", seconds % 60);
        }
        if (seconds < 2 * 86_400) {
            return pair("kit.age.hours", seconds / 3600, "kit.age.minutes", seconds % 3600 / 60);
        }
        return pair("kit.age.days", seconds / 86_400, "kit.age.hours", seconds % 86_400 / 3600);
    }

    private String pair(String largeKey, long large, String smallKey, long small) {
        String first = texts.get(largeKey, large);
        return small == 0 ? first : first + " " + texts.get(smallKey, "%02d".formatted(small));
    }

    /** A running clock of constant width: "14:37", "1:02:09", "2 d 04:00:00"; "0:00" when over. */
    public String countdown(Instant end) {
        long seconds = Math.max(0, (Duration.between(now(), end).toMillis() + 999) / 1000);
        long days = seconds / 86_400;
        String clockPart =
                seconds < 3600
                        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                        : "%d:%02d:%02d"
                                .formatted(
                                        seconds % 86_400 / 3600, seconds % 3600 / 60, seconds % 60);
        return days == 0 ? clockPart : texts.get("kit.age.days", days) + " " + clockPart;
    }

    /**
     * What is left until then, to the second and rounded up: "59 s", "28 m 59 s", "1 h 03 m 12 s",
     * "6 d 04 h"; "0 s" once it is over. Ticks without changing its width.
     */
    public String left(Instant end) {
        long seconds = Math.max(0, (Duration.between(now(), end).toMillis() + 999) / 1000);
        if (seconds >= 2 * 86_400) {
            return texts.get("kit.age.days", seconds / 86_400)
                    + " "
                    + texts.get("kit.age.hours", "%02d".formatted(seconds % 86_400 / 3600));
        }
        String rest = texts.get("kit.age.seconds", padded(seconds % 60, seconds >= 60));
        if (seconds < 60) {
            return rest;
        }
        String minutes =
                texts.get("kit.age.minutes", padded(seconds / 60 % 60, seconds >= 3600))
                        + " "
                        + rest;
        return seconds < 3600
                ? minutes
                : texts.get("kit.age.hours", seconds / 3600) + " " + minutes;
    }

    private static String padded(long number, boolean pad) {
        return pad ? "%02d".formatted(number) : Long.toString(number);
    }

    /** What a call took: "4 ms", "1.2 s". */
    public String latency(Duration duration) {
        long millis = duration.toMillis();
        return millis < 1000
                ? texts.get("kit.age.millis", millis)
                : texts.get("kit.age.seconds", "%.1f".formatted(millis / 1000.0));
    }

    /** "14:31:17" today, "3 Oct 14:31" on another day. */
    public String at(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        boolean today = time.toLocalDate().equals(LocalDate.now(clock));
        return (today ? TIME : DAY_AND_TIME).format(time);
    }

    /** "14:31" today, "3 Oct 14:31" on another day: for axes. */
    public String minute(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        boolean today = time.toLocalDate().equals(LocalDate.now(clock));
        return (today ? MINUTE : DAY_AND_TIME).format(time);
    }

    /** Date, time and zone, for tooltips and exports. */
    public String full(Instant instant) {
        return FULL.format(instant.atZone(zone));
    }

    /** "14:01:12 UTC". */
    public String withZone(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.ENGLISH)
                .format(instant.atZone(zone));
    }
}
