package dev.curfew.containment.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.sighting.Sighting.Verdict;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.probe.DeclaredEndpoint;
import dev.curfew.probe.Endpoint;
import dev.curfew.probe.Presented;
import dev.curfew.probe.Presented.Acceptance;
import dev.curfew.probe.Presented.Standing;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightingCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant BOUND = NOW.plusSeconds(3600);
    private static final SpiffeId PLANNER = SpiffeId.parse("spiffe://acme.test/agent/planner");
    private static final DeclaredEndpoint DECLARED =
            new DeclaredEndpoint(PLANNER, new Endpoint("planner", 8443));
    private static final SightingCheck ENDING =
            new SightingCheck(Optional.of(BOUND), Optional.empty());

    private static Presented presented(SpiffeId id, Acceptance acceptance, Instant notAfter) {
        return new Presented(
                DECLARED.endpoint(),
                NOW,
                id,
                "1234",
                notAfter.minusSeconds(3610),
                notAfter,
                Optional.of("abcd"),
                Standing.ACTIVE,
                false,
                acceptance,
                Optional.of(NOW));
    }

    private static Verdict verdict(SightingCheck check, Acceptance acceptance, Instant notAfter) {
        return check.of(DECLARED, Outcome.ok(presented(PLANNER, acceptance, notAfter)), NOW)
                .verdict();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, STILL_PRESENTED",
        "EXPIRED, EXPIRED",
        "UNTRUSTED, NOT_TRUSTED",
        "NOT_CHECKED, NOT_CHECKED",
        "NOT_YET_VALID, NOT_CHECKED"
    })
    void whatEndsWithTheBoundContradictsNothing(Acceptance acceptance, Verdict verdict) {
        assertThat(verdict(ENDING, acceptance, BOUND)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, OUTLIVES_BOUND",
        "NOT_CHECKED, OUTLIVES_BOUND",
        "UNTRUSTED, NOT_TRUSTED",
        "EXPIRED, EXPIRED"
    })
    void whatEndsASecondLaterContradictsItIfAPeerMayLetItIn(
            Acceptance acceptance, Verdict verdict) {
        assertThat(verdict(ENDING, acceptance, BOUND.plusSeconds(1))).isEqualTo(verdict);
    }

    @Test
    void withoutABoundNothingIsContradicted() {
        SightingCheck none = new SightingCheck(Optional.empty(), Optional.empty());
        assertThat(verdict(none, Acceptance.ACCEPTED, BOUND.plusSeconds(9000)))
                .isEqualTo(Verdict.STILL_PRESENTED);
    }

    @Test
    void whereIssuingGoesOnANewShortCertificateIsAsWanted() {
        SightingCheck hour =
                new SightingCheck(Optional.of(BOUND), Optional.of(Duration.ofSeconds(3600)));
        SightingCheck minutes =
                new SightingCheck(Optional.of(BOUND), Optional.of(Duration.ofMinutes(5)));
        Instant later = BOUND.plusSeconds(600);

        assertThat(verdict(hour, Acceptance.ACCEPTED, later)).isEqualTo(Verdict.STILL_PRESENTED);
        assertThat(verdict(minutes, Acceptance.ACCEPTED, later)).isEqualTo(Verdict.OUTLIVES_BOUND);
    }

    @Test
    void whoeverElseAnswersProvesNothing() {
        SpiffeId other = SpiffeId.parse("spiffe://acme.test/agent/other");
        Sighting sighting =
                ENDING.of(
                        DECLARED,
                        Outcome.ok(presented(other, Acceptance.ACCEPTED, BOUND.plusSeconds(1))),
                        NOW);
        assertThat(sighting.verdict()).isEqualTo(Verdict.OTHER_IDENTITY);
        assertThat(sighting.isConclusive()).isFalse();
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Sighting seen =
                ENDING.of(
                        DECLARED, Outcome.ok(presented(PLANNER, Acceptance.ACCEPTED, BOUND)), NOW);
        Sighting unseen =
                ENDING.of(
                        DECLARED,
                        Outcome.failed(new Failure(Reason.ENDPOINT_SILENT, "planner:8443", "5 s")),
                        NOW);
        assertThat(unseen.verdict()).isEqualTo(Verdict.PROVES_NOTHING);
        assertThat(SightingJson.read(SightingJson.write(seen))).isEqualTo(seen);
        assertThat(SightingJson.read(SightingJson.write(unseen))).isEqualTo(unseen);
    }

    @Test
    void aLookThatSawNothingDoesNotHideTheOneBefore() {
        Sighting seen =
                ENDING.of(
                        DECLARED, Outcome.ok(presented(PLANNER, Acceptance.ACCEPTED, BOUND)), NOW);
        Sighting unseen =
                ENDING.of(
                        DECLARED,
                        Outcome.failed(new Failure(Reason.ENDPOINT_SILENT, "planner:8443", "5 s")),
                        NOW.plusSeconds(15));
        assertThat(Sighting.latest(List.of(seen, unseen))).containsExactly(seen);
        assertThat(seen.arguments(Instant::toString))
                .containsExactly(
                        "planner:8443",
                        "1234",
                        BOUND.toString(),
                        PLANNER.toString(),
                        BOUND.toString());
    }
}
