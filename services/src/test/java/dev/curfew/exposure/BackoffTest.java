package dev.curfew.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ServerTimings;
import dev.curfew.property.Cases;
import dev.curfew.property.Draw;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant BACK = Instant.parse("2026-11-22T14:00:00Z");
    private static final int MOST_INTERVALS = 48;

    private static Facts facts(Duration sync) {
        return new Facts(
                BACK,
                new ServerTimings(
                        Duration.ofSeconds(5),
                        sync,
                        Duration.ofHours(1),
                        Duration.ofMinutes(5),
                        false),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void afterAShortOutageAgentsTryAgainSoon() {
        Bound bound = Backoff.nodesKnow(facts(Duration.ofSeconds(5)), Optional.of(minutes(1)));
        // 5 s, 60 s * 11/18 + 9 s in whole seconds, 1 s
        assertThat(bound.at()).contains(BACK.plusSeconds(52));
    }

    @Test
    void withoutAKnownDowntimeTheLongestWaitCounts() {
        Bound bound = Backoff.nodesKnow(facts(Duration.ofSeconds(5)), Optional.empty());
        assertThat(bound.at()).contains(BACK.plusSeconds(5 + 264 + 1));
        assertThat(bound.terms().get(1).source()).isEqualTo(Term.Source.ASSUMED);
        assertThat(Backoff.nodesKnow(facts(minutes(1)), Optional.empty()).at())
                .contains(BACK.plusSeconds(5 + 528 + 1));
    }

    @Test
    void nothingElseOfABoundChangesAndBackoffIsLeftOpenNoMore() {
        Facts f = facts(Duration.ofSeconds(5));
        ExposureBound plain = Exposure.delete(f);
        ExposureBound after = Backoff.after(plain, f, Optional.of(minutes(10)));
        assertThat(after.x509Dead()).isEqualTo(plain.x509Dead());
        assertThat(after.jwtDead()).isEqualTo(plain.jwtDead());
        assertThat(after.nodesKnow().at()).contains(BACK.plusSeconds(270));
        assertThat(plain.notCovered()).contains("backoff");
        assertThat(after.notCovered()).doesNotContain("backoff");
    }

    /** The agent's loop played through, with a server that went away at any moment of it. */
    @Test
    void noAgentTriesLaterThanTheBoundAllows() {
        Cases.each(
                5000,
                draw -> {
                    Duration sync = draw.millis(200, 60_000);
                    double longest = Math.min(MOST_INTERVALS * seconds(sync), 480);
                    double wait = seconds(sync);
                    double lost = draw.between(0, 1000) / 1000.0 * jittered(draw, wait);
                    Duration downtime = draw.millis(0, 1_200_000);
                    double back = lost + seconds(downtime);
                    double next = jittered(draw, wait);
                    while (next < back) {
                        if (next >= lost) {
                            wait = Math.min(wait * 1.5, longest);
                        }
                        next += jittered(draw, wait);
                    }
                    Duration bound =
                            Duration.between(
                                    BACK,
                                    Backoff.nodesKnow(facts(sync), Optional.of(downtime))
                                            .at()
                                            .orElseThrow());
                    // The entry cache and the SVID loop come on top of the wait.
                    assertThat(next - back).isLessThanOrEqualTo(seconds(bound) - 6);
                });
    }

    private static double jittered(Draw draw, double wait) {
        return wait * draw.between(900, 1100) / 1000;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
