package dev.curfew.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;

/**
 * By how much the server's clock is ahead of ours (negative: behind): somewhere from {@code low} to
 * {@code high}, both inclusive. What is not known is an empty {@link Optional}, never zero. Pure.
 */
public record ClockSkew(Duration low, Duration high) {
    private static final Duration SERVER_RESOLUTION = Duration.ofSeconds(1);

    public ClockSkew {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low " + low + " is above high " + high);
        }
    }

    /**
     * What one timestamp of the server tells.
     *
     * @param sent our clock before the request left
     * @param serverSecond what the server's clock read while it worked on it, cut to whole seconds
     * @param received our clock when the answer was there
     * @return empty if our own clock went backwards meanwhile
     */
    public static Optional<ClockSkew> observed(
            Instant sent, Instant serverSecond, Instant received) {
        return received.isBefore(sent)
                ? Optional.empty()
                : Optional.of(
                        new ClockSkew(
                                Duration.between(received, serverSecond),
                                Duration.between(sent, serverSecond.plus(SERVER_RESOLUTION))));
    }

    /** What both tell together; empty if they contradict, as when a clock was set in between. */
    public Optional<ClockSkew> intersect(ClockSkew other) {
        Duration highestLow = low.compareTo(other.low) >= 0 ? low : other.low;
        Duration lowestHigh = high.compareTo(other.high) <= 0 ? high : other.high;
        return highestLow.compareTo(lowestHigh) <= 0
                ? Optional.of(new ClockSkew(highestLow, lowestHigh))
                : Optional.empty();
    }

    /** What all tell together; empty if there are none, or if they contradict. */
    public static Optional<ClockSkew> intersection(Collection<ClockSkew> observations) {
        Iterator<ClockSkew> each = observations.iterator();
        Optional<ClockSkew> known = each.hasNext() ? Optional.of(each.next()) : Optional.empty();
        while (each.hasNext() && known.isPresent()) {
            known = known.get().intersect(each.next());
        }
        return known;
    }

    /** How far apart the ends are: what is not known about the skew. */
    public Duration uncertainty() {
        return high.minus(low);
    }

    /** True where the server's clock and ours may read the same. */
    public boolean mayBeZero() {
        return !low.isPositive() && !high.isNegative();
    }

    /** The earliest our clock can read when the server's reads {@code serverTime}. */
    public Instant earliestHere(Instant serverTime) {
        return serverTime.minus(high);
    }

    /** The latest our clock can read when the server's reads {@code serverTime}: for bounds. */
    public Instant latestHere(Instant serverTime) {
        return serverTime.minus(low);
    }

    /** The earliest the server's clock can read when ours reads {@code time}. */
    public Instant earliestThere(Instant time) {
        return time.plus(low);
    }

    /** The latest the server's clock can read when ours reads {@code time}. */
    public Instant latestThere(Instant time) {
        return time.plus(high);
    }
}
