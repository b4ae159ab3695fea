package dev.curfew.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.identity.AuthoritySlots.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorityExposureTest {
    private static final Instant T0 = Instant.parse("2026-11-22T14:02:05Z");
    private static final Set<Kind> X509 = Set.of(Kind.X509);
    private static final Facts FACTS = facts(ServerTimings.SPIRE_DEFAULTS, Optional.empty());

    private static Facts facts(ServerTimings timings, Optional<Instant> end) {
        return new Facts(
                T0, timings, Optional.empty(), Optional.empty(), end, end, Optional.empty());
    }

    @Test
    void aRevocationIsKnownByCacheAndSyncAndNothingLivesOnByIt() {
        ExposureBound bound = AuthorityExposure.revoke(FACTS, Set.of(Kind.X509, Kind.JWT));
        assertThat(bound.issuanceStops().at()).contains(T0);
        assertThat(bound.nodesKnow().at()).contains(T0.plusSeconds(7));
        assertThat(bound.x509Dead().at()).contains(T0.plusSeconds(7));
        assertThat(bound.jwtDead().at()).contains(T0.plusSeconds(7));
        assertThat(bound.notCovered())
                .containsExactly(
                        "openConnections",
                        "otherAuthorities",
                        "offlineCopies",
                        "federatedPeers",
                        "backoff",
                        "skewUnknown");
    }

    @Test
    void theOtherKindOfAuthorityIsNotConcernedAndThatIsNoZero() {
        ExposureBound bound = AuthorityExposure.revoke(FACTS, X509);
        assertThat(bound.jwtDead()).isEqualTo(Bound.unknown("otherKind"));
        assertThat(bound.jwtDead().at()).isEmpty();
    }

    @Test
    void aTaintEndsNothingSoEachCredentialLivesToItsEnd() {
        ExposureBound bound = AuthorityExposure.taint(FACTS, X509);
        assertThat(bound.nodesKnow().at()).contains(T0.plusSeconds(7));
        assertThat(bound.x509Dead().at()).contains(T0.plusSeconds(3600));
        assertThat(bound.notCovered()).contains("taintEndsNothing");
    }

    @Test
    void anAuthorityThatIsActiveNoMoreSignsNothing() {
        ExposureBound bound =
                AuthorityExposure.activate(
                        facts(ServerTimings.SPIRE_DEFAULTS, Optional.of(T0.plusSeconds(90))),
                        Set.of(Kind.X509, Kind.JWT));
        assertThat(bound.issuanceStops().at()).contains(T0);
        assertThat(bound.x509Dead().at()).contains(T0.plusSeconds(90));
        assertThat(bound.jwtDead().at()).contains(T0.plusSeconds(150));
    }

    @Test
    void ofAnUpstreamAuthoritySpireTellsOnlyTheServerThatWasCalled() {
        assertThat(AuthorityExposure.revokeUpstream(FACTS).notCovered())
                .contains("othersNotTold", "upstreamNotMeasured");
        assertThat(AuthorityExposure.taintUpstream(FACTS).notCovered())
                .contains("othersNotTold", "upstreamNotMeasured", "taintEndsNothing");
    }

    @Test
    void aPeerLearnsWithItsNextPollAndItsAgentsWithTheirSync() {
        ServerTimings theirs =
                ServerTimings.SPIRE_DEFAULTS.with(
                        Timing.AGENT_SYNC, TimingValue.declared(Duration.ofSeconds(20), T0));
        ExposureBound bound = AuthorityExposure.atPeer(FACTS, X509, Optional.of(theirs));
        // 1 s, a quarter of 5 min, 1 s and 22 s
        assertThat(bound.x509Dead().at()).contains(T0.plusSeconds(1 + 75 + 1 + 22));
        assertThat(bound.x509Dead().terms())
                .containsExactly(
                        Term.adds("trustCache", Duration.ofSeconds(1), Term.Source.DERIVED),
                        Term.adds("federationPoll", Duration.ofSeconds(75), Term.Source.ASSUMED),
                        Term.adds("peerSync", Duration.ofSeconds(23), Term.Source.DECLARED));
    }

    @Test
    void aPeerWhoseIntervalsNobodyKnowsHasNoBoundButTheAuthoritysEnd() {
        assertThat(AuthorityExposure.atPeer(FACTS, X509, Optional.empty()).x509Dead().at())
                .isEmpty();
        Facts ends = facts(ServerTimings.SPIRE_DEFAULTS, Optional.of(T0.plusSeconds(600)));
        assertThat(AuthorityExposure.atPeer(ends, X509, Optional.empty()).x509Dead().at())
                .contains(T0.plusSeconds(600));
    }

    @Test
    void aHintBelowAMinuteIsTakenForAMinute() {
        ServerTimings hint =
                ServerTimings.SPIRE_DEFAULTS.with(
                        Timing.FEDERATION_HINT, TimingValue.learned(Duration.ofSeconds(10), T0));
        assertThat(
                        AuthorityExposure.atPeer(
                                        facts(hint, Optional.empty()), X509, Optional.empty())
                                .x509Dead()
                                .terms()
                                .get(1))
                .isEqualTo(
                        Term.adds("federationPoll", Duration.ofSeconds(15), Term.Source.OBSERVED));
    }

    @Test
    void onSeveralServersTheLastOneCounts() {
        ServerTimings slow =
                ServerTimings.SPIRE_DEFAULTS.with(
                        Timing.AGENT_SYNC, TimingValue.declared(Duration.ofSeconds(60), T0));
        ExposureBound bound =
                Exposure.onEach(
                        List.of(FACTS, facts(slow, Optional.empty())),
                        f -> AuthorityExposure.revoke(f, X509));
        assertThat(bound.x509Dead().at()).contains(T0.plusSeconds(67));
        assertThat(bound.notCovered()).contains("otherServers");
    }
}
