package dev.curfew.exposure;

import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.property.Draw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts of any kind, and the same ones with more of something. */
final class DrawnFacts {
    static final Instant T0 = Instant.parse("2026-11-22T14:00:00Z");
    private static final long DAY = 86_400_000;

    private DrawnFacts() {}

    static Facts of(Draw draw) {
        return new Facts(
                moment(draw),
                timings(draw),
                draw.maybe(() -> Duration.ofSeconds(draw.between(1, 1_000_000))),
                draw.maybe(() -> Duration.ofSeconds(draw.between(1, 1_000_000))),
                draw.maybe(() -> moment(draw)),
                draw.maybe(() -> moment(draw)),
                draw.maybe(() -> skew(draw)));
    }

    static Instant moment(Draw draw) {
        return T0.plus(draw.millis(-DAY, DAY));
    }

    static ClockSkew skew(Draw draw) {
        long low = draw.between(-3_600_000L, 3_600_000L);
        return new ClockSkew(
                Duration.ofMillis(low), Duration.ofMillis(low + draw.between(0L, 5_000L)));
    }

    static ServerTimings timings(Draw draw) {
        Map<Timing, TimingValue> values = new EnumMap<>(Timing.class);
        for (Timing timing : Timing.values()) {
            draw.maybe(() -> draw.millis(0, 600_000))
                    .ifPresent(value -> values.put(timing, TimingValue.declared(value, T0)));
        }
        return new ServerTimings(values);
    }

    /** The same with more of one thing each, what is unknown left so. */
    static List<Facts> larger(Facts f, Duration more) {
        List<Facts> all = new ArrayList<>();
        for (Timing timing : Timing.values()) {
            Duration value = f.timings().of(timing).value();
            all.add(f.with(f.timings().with(timing, TimingValue.declared(value.plus(more), T0))));
        }
        all.add(copy(f, f.actionAt().plus(more), f.skew()));
        all.add(
                new Facts(
                        f.actionAt(),
                        f.timings(),
                        f.longestX509().map(more::plus),
                        f.longestJwt().map(more::plus),
                        f.x509AuthorityEnd(),
                        f.jwtAuthorityEnd(),
                        f.skew()));
        all.add(
                new Facts(
                        f.actionAt(),
                        f.timings(),
                        f.longestX509(),
                        f.longestJwt(),
                        f.x509AuthorityEnd().map(end -> end.plus(more)),
                        f.jwtAuthorityEnd().map(end -> end.plus(more)),
                        f.skew()));
        f.skew()
                .ifPresent(skew -> {
                    all.add(wider(f, skew.low(), skew.high().plus(more)));
                    all.add(wider(f, skew.low().minus(more), skew.high()));
                });
        return all;
    }

    private static Facts wider(Facts f, Duration low, Duration high) {
        return copy(f, f.actionAt(), Optional.of(new ClockSkew(low, high)));
    }

    private static Facts copy(Facts f, Instant actionAt, Optional<ClockSkew> skew) {
        return new Facts(
                actionAt,
                f.timings(),
                f.longestX509(),
                f.longestJwt(),
                f.x509AuthorityEnd(),
                f.jwtAuthorityEnd(),
                skew);
    }
}
