package dev.curfew.exposure;

import dev.curfew.exposure.Term.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When agents know of a change that was made right after their server was away: they are still
 * backing off. Pure.
 *
 * <p>Source: after each try that fails an agent waits half as long again, 10 % more or less, from S
 * up to 48 S or 8 min. Tries at the shortest waits and then one at the longest give 11/18 of the
 * downtime and 1.8 S at most.
 */
public final class Backoff {
    private static final int MOST_INTERVALS = 48;
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private Backoff() {}

    /**
     * By when agents know.
     *
     * @param f its action is the change, or the moment at which the server was back if that is
     *     later
     * @param downtime how long the server was away; empty: not known, and the longest wait counts
     */
    public static Bound nodesKnow(Facts f, Optional<Duration> downtime) {
        return Bound.of(
                f.actionAt(),
                List.of(
                        Terms.cache(f),
                        Term.adds(
                                downtime.isPresent() ? "agentBackoff" : "agentBackoffLongest",
                                wait(f.timings().agentSync(), downtime),
                                downtime.isPresent() ? Source.DERIVED : Source.ASSUMED),
                        Terms.svidSync()));
    }

    /** The same four lines after an outage. */
    public static ExposureBound after(ExposureBound bound, Facts f, Optional<Duration> downtime) {
        return new ExposureBound(
                bound.issuanceStops(),
                Bound.latest(bound.nodesKnow(), nodesKnow(f, downtime)),
                bound.x509Dead(),
                bound.jwtDead(),
                bound.notCovered().stream()
                        .filter(key -> !key.equals(Uncovered.BACKOFF.key()))
                        .toList());
    }

    private static Duration wait(Duration sync, Optional<Duration> downtime) {
        Duration most = sync.multipliedBy(MOST_INTERVALS);
        Duration longest = Terms.withJitter(most.compareTo(LONGEST) < 0 ? most : LONGEST);
        return downtime.map(down ->
                        Terms.inWholeSeconds(
                                down.multipliedBy(11)
                                        .dividedBy(18)
                                        .plus(sync.multipliedBy(18).dividedBy(10))))
                .filter(wait -> wait.compareTo(longest) < 0)
                .orElse(longest);
    }
}
