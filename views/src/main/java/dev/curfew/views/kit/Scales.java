package dev.curfew.views.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Round numbers and times for axes. Pure. */
public final class Scales {
    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofDays(1),
                    Duration.ofDays(7),
                    Duration.ofDays(30),
                    Duration.ofDays(91),
                    Duration.ofDays(365));

    private Scales() {}

    /** 1, 2 or 5 times a power of ten, so that about {@code parts} of them reach {@code most}. */
    public static int step(int most, int parts) {
        int power = 1;
        while (true) {
            for (int round : new int[] {1, 2, 5}) {
                if ((long) round * power * parts >= most) {
                    return round * power;
                }
            }
            power *= 10;
        }
    }

    /** At most {@code most} round times strictly inside a span. */
    public static List<Instant> ticks(Instant from, Instant to, int most) {
        Duration span = Duration.between(from, to);
        if (span.isNegative() || span.isZero()) {
            return List.of();
        }
        Duration step =
                STEPS.stream()
                        .filter(s -> span.dividedBy(s) <= most)
                        .findFirst()
                        .orElse(Duration.ofDays(3_650));
        ZonedDateTime day = from.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        Instant tick = day.toInstant();
        while (!tick.isAfter(from)) {
            tick = tick.plus(step);
        }
        List<Instant> ticks = new ArrayList<>();
        for (Instant at = tick; at.isBefore(to) && ticks.size() < most; at = at.plus(step)) {
            ticks.add(at);
        }
        return ticks;
    }
}
