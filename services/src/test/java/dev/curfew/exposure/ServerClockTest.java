package dev.curfew.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ClockSkew;
import dev.curfew.property.Cases;
import dev.curfew.property.Draw;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A server whose clock is wrong issues until it has heard of an action; whatever the clock of a
 * verifier between its and ours, nothing lives longer than the bound says.
 */
class ServerClockTest {
    private static final Duration TICK = Duration.ofMinutes(5);

    /** What is true, and what was measured of it. */
    private record World(Facts facts, Duration ahead, Duration verifier) {
        static World of(Draw draw) {
            Facts drawn = DrawnFacts.of(draw);
            Duration ahead = draw.millis(-7_200_000, 7_200_000);
            ClockSkew measured =
                    new ClockSkew(
                            ahead.minus(draw.millis(0, 3_000)), ahead.plus(draw.millis(0, 3_000)));
            Facts facts =
                    new Facts(
                            drawn.actionAt(),
                            drawn.timings(),
                            drawn.longestX509(),
                            drawn.longestJwt(),
                            drawn.x509AuthorityEnd(),
                            drawn.jwtAuthorityEnd(),
                            Optional.of(measured));
            long millis = ahead.toMillis();
            return new World(
                    facts,
                    ahead,
                    Duration.ofMillis(draw.between(Math.min(0, millis), Math.max(0, millis))));
        }

        /** When the verifier stops accepting what the server issues now, by our clock. */
        Instant end(Instant issuedHere, Duration ttl, Optional<Instant> authority) {
            Instant dated = issuedHere.plus(ahead).plus(ttl).truncatedTo(ChronoUnit.SECONDS);
            return authority.filter(dated::isAfter).orElse(dated).minus(verifier);
        }

        Instant x509End(Instant issuedHere) {
            return end(issuedHere, facts.x509Ttl(), facts.x509AuthorityEnd());
        }

        Instant jwtEnd(Instant issuedHere) {
            return end(issuedHere, facts.jwtTtl(), facts.jwtAuthorityEnd()).plus(Terms.JWT_LEEWAY);
        }

        /** Before the server has heard of it. */
        Instant lastIssue(Draw draw, Instant from, Duration delay) {
            return from.plusNanos(draw.between(0, delay.toNanos()));
        }
    }

    @Test
    void whatADeletedEntryWasIssuedLivesNoLongerThanItsBound() {
        Cases.each(draw -> {
            World world = World.of(draw);
            Facts f = world.facts();
            Instant issued = world.lastIssue(draw, f.actionAt(), f.timings().cacheReload());
            ExposureBound bound = Exposure.delete(f);
            assertThat(issued).isBeforeOrEqualTo(bound.issuanceStops().at().orElseThrow());
            assertThat(world.x509End(issued))
                    .isBeforeOrEqualTo(bound.x509Dead().at().orElseThrow());
            assertThat(world.jwtEnd(issued)).isBeforeOrEqualTo(bound.jwtDead().at().orElseThrow());
        });
    }

    @Test
    void whatABannedNodeWasIssuedLivesNoLongerThanItsBound() {
        Cases.each(draw -> {
            World world = World.of(draw);
            Facts f = world.facts();
            Instant issued = world.lastIssue(draw, f.actionAt(), f.timings().nodeStaleness());
            ExposureBound bound = Exposure.ban(f);
            assertThat(world.x509End(issued))
                    .isBeforeOrEqualTo(bound.x509Dead().at().orElseThrow());
            assertThat(world.jwtEnd(issued)).isBeforeOrEqualTo(bound.jwtDead().at().orElseThrow());
        });
    }

    @Test
    void anEntryThatExpiresIsPrunedByTheServersClockAndIssuedFromInFullUntilThen() {
        Cases.each(draw -> {
            World world = World.of(draw);
            Facts f = world.facts();
            Instant expiry = f.actionAt().plus(draw.millis(0, 86_400_000));
            Instant pruned = expiry.minus(world.ahead()).plus(draw.millis(0, TICK.toMillis()));
            Instant issued = world.lastIssue(draw, pruned, f.timings().cacheReload());
            ExposureBound bound = Exposure.expire(f, expiry);
            assertThat(issued).isBeforeOrEqualTo(bound.issuanceStops().at().orElseThrow());
            assertThat(world.end(issued, f.x509Ttl(), Optional.empty()))
                    .isBeforeOrEqualTo(bound.x509Dead().at().orElseThrow());
            assertThat(world.end(issued, f.jwtTtl(), Optional.empty()).plus(Terms.JWT_LEEWAY))
                    .isBeforeOrEqualTo(bound.jwtDead().at().orElseThrow());
        });
    }

    @Test
    void aServersClockThatWasMeasuredWrongAddsToBoundsAndTakesNothing() {
        Cases.each(draw -> {
            Facts f = DrawnFacts.of(draw);
            Facts same = at(f, Duration.ZERO);
            Facts shifted = at(f, draw.millis(-7_200_000, 7_200_000));
            assertThat(Exposure.delete(shifted).x509Dead().at().orElseThrow())
                    .isAfterOrEqualTo(Exposure.delete(same).x509Dead().at().orElseThrow());
            assertThat(Exposure.ban(shifted).jwtDead().at().orElseThrow())
                    .isAfterOrEqualTo(Exposure.ban(same).jwtDead().at().orElseThrow());
        });
    }

    private static Facts at(Facts f, Duration ahead) {
        return new Facts(
                f.actionAt(),
                f.timings(),
                f.longestX509(),
                f.longestJwt(),
                f.x509AuthorityEnd(),
                f.jwtAuthorityEnd(),
                Optional.of(new ClockSkew(ahead, ahead)));
    }
}
