package dev.curfew.spire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What the server itself can filter nodes by; all parts given must hold. */
public record NodeFilter(
        Optional<String> attestationType,
        Optional<Boolean> banned,
        Optional<Boolean> canReattest,
        Optional<Instant> expiresBefore) {
    public static final NodeFilter NONE =
            new NodeFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * SPIRE reads this with Go's layout {@code 2006-01-02 15:04:05 -0700 -07} and takes anything
     * else as "no filter", without an error: a list of nodes to evict would then hold all of them.
     * So this is the only place that writes it, and rows are checked again when they arrive.
     */
    private static final DateTimeFormatter GO_LAYOUT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss '+0000 +00'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    public static NodeFilter expiringBefore(Instant end) {
        return new NodeFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(end));
    }

    String expiresBeforeText() {
        return expiresBefore.map(GO_LAYOUT::format).orElse("");
    }
}
