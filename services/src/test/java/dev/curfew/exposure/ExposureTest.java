package dev.curfew.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ServerTimings;
import dev.curfew.exposure.Term.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final Instant T0 = Instant.parse("2026-11-22T14:02:05Z");

    private static Facts facts(Optional<Instant> authorityEnd) {
        return new Facts(
                T0,
                ServerTimings.SPIRE_DEFAULTS,
                Optional.of(Duration.ofMinutes(30)),
                Optional.empty(),
                authorityEnd,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aDeleteIsOverByCachePlusTtl() {
        ExposureBound bound = Exposure.delete(facts(Optional.empty()));
        assertThat(bound.issuanceStops().at()).contains(Instant.parse("2026-11-22T14:02:10Z"));
        assertThat(bound.nodesKnow().at()).contains(Instant.parse("2026-11-22T14:02:16Z"));
        assertThat(bound.x509Dead().at()).contains(Instant.parse("2026-11-22T14:32:10Z"));
        assertThat(bound.jwtDead().at()).contains(Instant.parse("2026-11-22T14:07:10Z"));
        assertThat(bound.notCovered()).contains("openConnections", "skewUnknown");
    }

    @Test
    void eachTermSaysWhereItComesFrom() {
        ExposureBound bound = Exposure.delete(facts(Optional.empty()));
        assertThat(bound.x509Dead().terms())
                .containsExactly(
                        Term.adds("serverCache", Duration.ofSeconds(5), Source.ASSUMED),
                        Term.adds("x509Ttl", Duration.ofMinutes(30), Source.OBSERVED));
        assertThat(bound.jwtDead().terms().getLast())
                .isEqualTo(Term.adds("jwtTtlDefault", Duration.ofMinutes(5), Source.ASSUMED));
    }

    @Test
    void nothingOutlivesTheAuthorityThatSignsIt() {
        Instant end = T0.plusSeconds(600);
        Bound dead = Exposure.delete(facts(Optional.of(end))).x509Dead();
        assertThat(dead.at()).contains(end);
        assertThat(dead.terms().getLast())
                .isEqualTo(Term.caps("x509Authority", end, Source.OBSERVED));
    }

    @Test
    void aBanIsCheckedAtEachCallSoItsCacheIsNoTerm() {
        ExposureBound bound = Exposure.ban(facts(Optional.empty()));
        assertThat(bound.issuanceStops().at()).contains(T0);
        assertThat(bound.x509Dead().at()).contains(T0.plusSeconds(1800));
    }

    @Test
    void anEvictionBoundsNothing() {
        ExposureBound bound = Exposure.evict(facts(Optional.empty()));
        assertThat(bound.issuanceStops().at()).isEmpty();
        assertThat(bound.x509Dead()).isEqualTo(Bound.UNKNOWN);
        assertThat(bound.notCovered()).contains("evictContainsNothing");
    }

    @Test
    void anExpiryIsFollowedByThePruneTickAndTheFullTtl() {
        Instant expiry = T0.plusSeconds(3600);
        ExposureBound bound = Exposure.expire(facts(Optional.of(T0.plusSeconds(60))), expiry);
        assertThat(bound.issuanceStops().at()).contains(expiry.plusSeconds(305));
        assertThat(bound.x509Dead().at()).contains(expiry.plusSeconds(305 + 1800));
    }

    @Test
    void aTtlIsExplainedByWhatMadeItSo() {
        var timings = ServerTimings.SPIRE_DEFAULTS;
        assertThat(TtlExplanation.x509(60, timings, Optional.empty(), T0))
                .isEqualTo(
                        new TtlExplanation(
                                Duration.ofSeconds(60), TtlExplanation.Cause.ENTRY, false));
        assertThat(TtlExplanation.x509(0, timings, Optional.empty(), T0))
                .isEqualTo(
                        new TtlExplanation(
                                Duration.ofHours(1), TtlExplanation.Cause.SERVER_DEFAULT, true));
        assertThat(TtlExplanation.x509(7200, timings, Optional.of(T0.plusSeconds(90)), T0))
                .isEqualTo(
                        new TtlExplanation(
                                Duration.ofSeconds(90), TtlExplanation.Cause.AUTHORITY_END, false));
    }
}
