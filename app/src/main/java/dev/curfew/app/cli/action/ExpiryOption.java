package dev.curfew.app.cli.action;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.text.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** When entries are to end, as it is typed: {@code +1h}, a time with its offset, {@code never}. */
public final class ExpiryOption {
    private ExpiryOption() {}

    /** Seconds since 1970, 0 for never; empty where nothing was typed. */
    public static Outcome<Optional<Long>> parse(Optional<String> typed, Instant now) {
        return typed.isEmpty()
                ? Outcome.ok(Optional.empty())
                : parse(typed.get(), now).map(Optional::of);
    }

    private static Outcome<Long> parse(String text, Instant now) {
        if (text.equals("never")) {
            return Outcome.ok(0L);
        }
        if (text.startsWith("+")) {
            return Durations.parse(text.substring(1), Durations.Zero.REFUSED)
                    .map(duration -> now.plus(duration).getEpochSecond());
        }
        try {
            long at = OffsetDateTime.parse(text).toEpochSecond();
            return at > 0 ? Outcome.ok(at) : invalid(text);
        } catch (DateTimeException e) {
            return invalid(text);
        }
    }

    private static Outcome<Long> invalid(String text) {
        return Outcome.failed(
                Reason.INVALID_INPUT,
                "--expires " + text,
                "write +1h, a time such as 2026-12-01T00:00:00Z, or never");
    }
}
