package dev.curfew.evidence.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Places moments on a line on which seconds and days can both be seen: even up to about a second,
 * logarithmic from there. Pure.
 */
final class LogScale {
    private static final double SECOND = 1;
    private static final double SHORTEST = 10;
    private static final long[] MARKS = {
        0,
        1,
        5,
        15,
        60,
        300,
        900,
        3_600,
        14_400,
        43_200,
        86_400,
        172_800,
        604_800,
        2_592_000,
        31_536_000
    };

    private final Instant start;
    private final double length;
    private final float from;
    private final float width;

    LogScale(Instant start, Instant end, float from, float width) {
        this.start = start;
        this.length = Math.max(SHORTEST, seconds(start, end));
        this.from = from;
        this.width = width;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    /** Within the line also for what lies outside of it. */
    float x(Instant at) {
        return place(seconds(start, at));
    }

    private float place(double seconds) {
        double clamped = Math.clamp(seconds, 0, length);
        return (float) (from + width * Math.log1p(clamped / SECOND) / Math.log1p(length / SECOND));
    }

    float end() {
        return from + width;
    }

    record Mark(Duration after, float x) {}

    /** Those that stand at least so far apart. */
    List<Mark> marks(float apart) {
        List<Mark> marks = new ArrayList<>();
        for (long seconds : MARKS) {
            float x = place(seconds);
            if (seconds <= length && (marks.isEmpty() || x - marks.getLast().x() >= apart)) {
                marks.add(new Mark(Duration.ofSeconds(seconds), x));
            }
        }
        return marks;
    }
}
