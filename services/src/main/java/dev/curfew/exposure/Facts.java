package dev.curfew.exposure;

import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a bound is computed from.
 *
 * @param actionAt when the server says yes, at the latest, on our clock
 * @param timings of the server and its agents
 * @param longestX509 the longest X.509 TTL of what is concerned, where an entry sets one; empty:
 *     the server's default
 * @param longestJwt the same for JWT
 * @param x509AuthorityEnd the latest end of the X.509 authorities that have signed or may sign what
 *     is concerned: nothing lives longer; empty: not known. For one authority, its own end
 * @param jwtAuthorityEnd the same for JWT keys
 * @param skew of the server's clock; empty: not measured
 */
public record Facts(
        Instant actionAt,
        ServerTimings timings,
        Optional<Duration> longestX509,
        Optional<Duration> longestJwt,
        Optional<Instant> x509AuthorityEnd,
        Optional<Instant> jwtAuthorityEnd,
        Optional<ClockSkew> skew) {

    /**
     * How far the server's clock may be ahead at most; what it dates lives that much longer for us.
     */
    Duration ahead() {
        return skew.map(ClockSkew::high).filter(d -> !d.isNegative()).orElse(Duration.ZERO);
    }

    /**
     * How far the server's clock may be behind at most; what it waits for comes that much later.
     */
    Duration behind() {
        return skew.map(s -> s.low().negated()).filter(d -> !d.isNegative()).orElse(Duration.ZERO);
    }

    /** How far the two clocks may be apart at most, whichever is ahead. */
    Duration apart() {
        return ahead().compareTo(behind()) >= 0 ? ahead() : behind();
    }

    /** The longest X.509 life that is asked for: an entry's, or the server's default. */
    Duration x509Ttl() {
        return longestX509.orElse(timings.defaultX509Ttl());
    }

    Duration jwtTtl() {
        return longestJwt.orElse(timings.defaultJwtTtl());
    }

    Term.Source source(Timing timing) {
        return switch (timings.of(timing).source()) {
            case ASSUMED -> Term.Source.ASSUMED;
            case DECLARED -> Term.Source.DECLARED;
            case LEARNED -> Term.Source.OBSERVED;
        };
    }

    Facts with(ServerTimings other) {
        return new Facts(
                actionAt, other, longestX509, longestJwt, x509AuthorityEnd, jwtAuthorityEnd, skew);
    }

    /** The same action at another moment, under authorities that nobody knows yet. */
    Facts atUnderLaterAuthorities(Instant moment) {
        return new Facts(
                moment, timings, longestX509, longestJwt, Optional.empty(), Optional.empty(), skew);
    }
}
