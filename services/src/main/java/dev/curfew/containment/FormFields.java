package dev.curfew.containment;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.text.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What operators type into the fields of a form. Pure. */
public final class FormFields {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]", Locale.ROOT);

    private FormFields() {}

    /** Seconds; 0 for nothing typed, {@code default} and 0. */
    public static Outcome<Integer> ttl(String typed) {
        String text = typed.strip();
        return text.isEmpty() || text.equalsIgnoreCase("default")
                ? Outcome.ok(0)
                : Durations.parse(text, Durations.Zero.ALLOWED)
                        .map(duration -> (int) duration.toSeconds());
    }

    /** As {@link #ttl} reads it again; empty for the server's default. */
    public static String ttl(int seconds) {
        return seconds == 0 ? "" : FieldChanges.ttl(seconds);
    }

    /**
     * Seconds since 1970; 0 for nothing typed and {@code never}. A time without an offset is meant
     * in {@code zone}.
     */
    public static Outcome<Long> expiry(String typed, Instant now, ZoneId zone) {
        String text = typed.strip();
        if (text.isEmpty() || text.equalsIgnoreCase("never")) {
            return Outcome.ok(0L);
        }
        if (text.startsWith("+")) {
            return Durations.parse(text.substring(1), Durations.Zero.REFUSED)
                    .map(duration -> now.plus(duration).getEpochSecond());
        }
        try {
            Instant at =
                    text.indexOf('T') > 0
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
            return at.getEpochSecond() > 0 ? Outcome.ok(at.getEpochSecond()) : noTime(text);
        } catch (DateTimeException e) {
            return noTime(text);
        }
    }

    /** As {@link #expiry} reads it again; empty for never. */
    public static String expiry(long epochSeconds) {
        return epochSeconds == 0 ? "" : Instant.ofEpochSecond(epochSeconds).toString();
    }

    private static Outcome<Long> noTime(String text) {
        return Outcome.failed(
                Reason.INVALID_INPUT,
                text,
                "write +1h, 2026-12-01 14:00, 2026-12-01T14:00:00Z, or never");
    }
}
