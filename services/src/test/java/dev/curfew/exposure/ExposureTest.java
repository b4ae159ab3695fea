package dev.curfew.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
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
        assertThat(bound.jwtDead().at()).contains(Instant.parse("2026-11-22T14:08:10Z"));
        assertThat(bound.notCovered()).contains("openConnections", "skewUnknown");
    }

    @Test
    void eachTermSaysWhereItComesFrom() {
        ExposureBound bound = Exposure.delete(facts(Optional.empty()));
        assertThat(bound.x509Dead().terms())
                .containsExactly(
                        Term.adds("serverCache", Duration.ofSeconds(5), Source.ASSUMED),
                        Term.adds("x509Ttl", Duration.ofMinutes(30), Source.OBSERVED));
        assertThat(bound.jwtDead().terms())
                .containsExactly(
                        Term.adds("serverCache", Duration.ofSeconds(5), Source.ASSUMED),
                        Term.adds("jwtTtlDefault", Duration.ofMinutes(5), Source.ASSUMED),
                        Term.adds("jwtLeeway", Duration.ofMinutes(1), Source.DERIVED));
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
    void aServerThatTrustsItsViewOfANodeForAWhileSeesABanThatMuchLater() {
        Facts stale =
                facts(Optional.empty())
                        .with(
                                ServerTimings.SPIRE_DEFAULTS.with(
                                        Timing.NODE_STALENESS,
                                        TimingValue.declared(Duration.ofSeconds(30), T0)));
        ExposureBound bound = Exposure.ban(stale);
        assertThat(bound.issuanceStops().at()).contains(T0.plusSeconds(30));
        assertThat(bound.nodesKnow().at()).contains(T0.plusSeconds(30 + 6 + 5));
        assertThat(bound.x509Dead().at()).contains(T0.plusSeconds(1830));
        assertThat(bound.issuanceStops().terms())
                .containsExactly(
                        Term.adds("nodeStaleness", Duration.ofSeconds(30), Source.DECLARED));
    }

    @Test
    void aShortTrustInTheViewOfANodeMayLastUntilTheServersCacheIsRebuilt() {
        Facts stale =
                facts(Optional.empty())
                        .with(
                                ServerTimings.SPIRE_DEFAULTS.with(
                                        Timing.NODE_STALENESS,
                                        TimingValue.declared(Duration.ofSeconds(2), T0)));
        assertThat(Exposure.ban(stale).issuanceStops().at()).contains(T0.plusSeconds(5));
    }

    @Test
    void aNodeThatNeedsANewTokenEndsWithItsEvictionAndAnotherDoesNot() {
        Facts f = facts(Optional.empty());
        assertThat(Exposure.evict(f, Reattestation.NEW_TOKEN).x509Dead().at())
                .contains(T0.plusSeconds(1800));
        assertThat(Exposure.evict(f, Reattestation.SAME_PROOF)).isEqualTo(Exposure.evict(f));
    }

    @Test
    void trustInAnotherDomainEndsWithTheLaterOfEntriesAndBundle() {
        Facts f = facts(Optional.empty());
        assertThat(Exposure.unfederate(f).nodesKnow().at()).contains(T0.plusSeconds(11));
        Facts fast =
                f.with(
                        new ServerTimings(
                                Duration.ofMillis(200),
                                Duration.ofMillis(200),
                                Duration.ofHours(1),
                                Duration.ofMinutes(5),
                                false));
        assertThat(Exposure.unfederate(fast).nodesKnow().terms())
                .containsExactly(
                        Term.adds("trustCache", Duration.ofSeconds(1), Source.DERIVED),
                        Term.adds("agentSync", Duration.ofSeconds(1), Source.DECLARED));
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
