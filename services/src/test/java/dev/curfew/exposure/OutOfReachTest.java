package dev.curfew.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ServerTimings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutOfReachTest {
    private static final Instant T0 = Instant.parse("2026-11-22T14:02:05Z");
    private static final Facts FACTS = facts(Optional.empty());

    private static Facts facts(Optional<Instant> end) {
        return new Facts(
                T0,
                ServerTimings.SPIRE_DEFAULTS,
                Optional.of(Duration.ofMinutes(30)),
                Optional.empty(),
                end,
                end,
                Optional.empty());
    }

    @Test
    void aDownstreamServerSignsUntilItsIntermediateEnds() {
        Instant end = T0.plusSeconds(7200);
        ExposureBound bound = OutOfReach.downstream(FACTS, Optional.of(end), Optional.empty());
        assertThat(bound.x509Dead().at()).contains(end);
        assertThat(bound.jwtDead().at()).isEmpty();
        assertThat(bound.issuanceStops().at()).isEmpty();
        assertThat(bound.nodesKnow().at()).contains(T0.plusSeconds(11));
        assertThat(bound.notCovered()).contains("downstreamSigns", "downstreamKeys");
    }

    @Test
    void anIntermediateThatNobodyKnowsGivesNoBound() {
        ExposureBound bound =
                OutOfReach.downstream(
                        facts(Optional.of(T0.plusSeconds(60))), Optional.empty(), Optional.empty());
        assertThat(bound.x509Dead().at()).isEmpty();
        assertThat(bound.x509Dead().terms()).containsExactly(Term.unknown("downstreamLife"));
    }

    @Test
    void whatWasMintedLivesAsAskedForButNotBeyondItsAuthority() {
        Optional<Duration> day = Optional.of(Duration.ofDays(1));
        assertThat(OutOfReach.minted(FACTS, day).x509Dead().at()).contains(T0.plusSeconds(86_400));
        assertThat(OutOfReach.minted(FACTS, day).jwtDead().at()).contains(T0.plusSeconds(86_460));
        Facts ends = facts(Optional.of(T0.plusSeconds(600)));
        assertThat(OutOfReach.minted(ends, day).x509Dead().at()).contains(T0.plusSeconds(600));
        assertThat(OutOfReach.minted(ends, day).nodesKnow().at()).isEmpty();
    }

    @Test
    void aMintForNoTtlHasTheDefaultAndNotThatOfAnEntry() {
        ExposureBound bound = OutOfReach.minted(FACTS, Optional.of(Duration.ZERO));
        assertThat(bound.x509Dead().at()).contains(T0.plusSeconds(3600));
        assertThat(bound.x509Dead().terms().getFirst().key()).isEqualTo("x509TtlDefault");
    }

    @Test
    void aMintThatNobodyWroteDownIsBoundByTheAuthorityAlone() {
        assertThat(OutOfReach.minted(FACTS, Optional.empty()).x509Dead().at()).isEmpty();
        Facts ends = facts(Optional.of(T0.plusSeconds(600)));
        assertThat(OutOfReach.minted(ends, Optional.empty()).x509Dead().at())
                .contains(T0.plusSeconds(600));
    }

    @Test
    void aStoredSvidIsDeadWithTheOthersButItsCopyStays() {
        ExposureBound bound = OutOfReach.stored(FACTS);
        assertThat(bound.x509Dead()).isEqualTo(Exposure.delete(FACTS).x509Dead());
        assertThat(bound.notCovered()).contains("storedCopies");
    }

    @Test
    void whileAControllerPutsThingsBackNothingEnds() {
        ExposureBound bound = OutOfReach.reverted();
        assertThat(bound.issuanceStops().at()).isEmpty();
        assertThat(bound.x509Dead().at()).isEmpty();
        assertThat(bound.notCovered()).containsExactly("controllerGoesOn");
    }

    @Test
    void aServerThatMissedItGoesOnForADayWhateverItsAuthorityNow() {
        ExposureBound bound = OutOfReach.missedEvent(facts(Optional.of(T0.plusSeconds(600))));
        assertThat(bound.issuanceStops().at()).contains(T0.plusSeconds(86_400));
        assertThat(bound.x509Dead().at()).contains(T0.plusSeconds(86_400 + 1800));
    }
}
