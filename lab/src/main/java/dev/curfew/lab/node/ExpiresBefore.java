package dev.curfew.lab.node;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The trap of the expiry filter: the real server reads it with the Go layout {@code 2006-01-02
 * 15:04:05 -0700 -07} and drops the error, so that anything else means no filter at all.
 */
final class ExpiresBefore {
    private static final Pattern LAYOUT =
            Pattern.compile(
                    "(\\d{4})-(\\d{2})-(\\d{2}) +(\\d{1,2}):(\\d{2}):(\\d{2})(?:[.,]\\d+)?"
                            + " +[+-]\\d{4} +([+-]\\d{2})");

    private ExpiresBefore() {}

    /** The time, unless the text is written in any other way. */
    static Optional<Instant> parse(String text) {
        var parts = LAYOUT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var local =
                    LocalDateTime.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3)),
                            Integer.parseInt(parts.group(4)),
                            Integer.parseInt(parts.group(5)),
                            Integer.parseInt(parts.group(6)));
            // Of the two offsets the layout has, the last one counts.
            var offset = ZoneOffset.ofHours(Integer.parseInt(parts.group(7)));
            return Optional.of(local.toInstant(offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
