package dev.curfew.containment.plan;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** Ids of containments that people can read out: the day, the time (UTC) and four random signs. */
public final class ContainmentIds implements Function<Instant, String> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();

    @Override
    public String apply(Instant at) {
        StringBuilder id = new StringBuilder("c-").append(TIME.format(at)).append('-');
        for (int i = 0; i < 4; i++) {
            id.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return id.toString();
    }
}
