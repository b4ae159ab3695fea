package dev.curfew.exposure;

import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ServerTimings;
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
 * @param x509AuthorityEnd the latest end of the active and the prepared X.509 authority: nothing
 *     signed now or right after a rotation lives longer; empty: not known
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

    Term.Source timingSource() {
        return timings.assumed() ? Term.Source.ASSUMED : Term.Source.DECLARED;
    }
}
