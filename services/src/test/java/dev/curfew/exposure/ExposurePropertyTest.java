package dev.curfew.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ServerTimings;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.property.Cases;
import dev.curfew.property.Draw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every bound holds to, whatever the facts. */
class ExposurePropertyTest {
    private static final Set<Kind> BOTH = EnumSet.of(Kind.X509, Kind.JWT);

    /** Every action that counts from its own moment. */
    private static List<Function<Facts, ExposureBound>> actions(Draw draw) {
        Optional<Duration> asked = draw.maybe(() -> Duration.ofSeconds(draw.between(0, 900_000)));
        Optional<Duration> down = draw.maybe(() -> draw.millis(0, 3_600_000));
        Optional<Instant> end = draw.maybe(() -> DrawnFacts.moment(draw));
        Optional<ServerTimings> peer = draw.maybe(() -> DrawnFacts.timings(draw));
        return List.of(
                Exposure::delete,
                Exposure::shorten,
                Exposure::ban,
                Exposure::unfederate,
                Exposure::grant,
                f -> Exposure.evict(f, Reattestation.NEW_TOKEN),
                f -> Exposure.evict(f, Reattestation.SAME_PROOF),
                f -> OutOfReach.minted(f, asked),
                f -> OutOfReach.downstream(f, end, end),
                OutOfReach::stored,
                OutOfReach::missedEvent,
                f -> AuthorityExposure.activate(f, BOTH),
                f -> AuthorityExposure.taint(f, BOTH),
                f -> AuthorityExposure.revoke(f, BOTH),
                AuthorityExposure::taintUpstream,
                AuthorityExposure::revokeUpstream,
                f -> AuthorityExposure.atPeer(f, BOTH, peer),
                f -> Backoff.after(Exposure.delete(f), f, down));
    }

    private static List<Bound> lines(ExposureBound bound) {
        return List.of(bound.issuanceStops(), bound.nodesKnow(), bound.x509Dead(), bound.jwtDead());
    }

    private static List<Bound> steps(Facts f, int entries) {
        return List.of(
                SeverTimes.preparedKnownBy(f),
                SeverTimes.serialsChangedBy(f),
                SeverTimes.rotatedBy(f, entries));
    }

    @Test
    void noBoundIsBeforeItsStartOrAnyTermOfItAlone() {
        Cases.each(draw -> {
            Facts f = DrawnFacts.of(draw);
            Instant expiry = DrawnFacts.moment(draw);
            for (var action : actions(draw)) {
                lines(action.apply(f)).forEach(line -> holdsItsTerms(line, f.actionAt()));
            }
            Instant from = expiry.isAfter(f.actionAt()) ? expiry : f.actionAt();
            lines(Exposure.expire(f, expiry)).forEach(line -> holdsItsTerms(line, from));
            steps(f, draw.between(0, 2000)).forEach(line -> holdsItsTerms(line, f.actionAt()));
        });
    }

    private static void holdsItsTerms(Bound bound, Instant start) {
        if (bound.at().isEmpty()) {
            return;
        }
        Instant cap =
                bound.terms().stream()
                        .flatMap(term -> term.cap().stream())
                        .min(Instant::compareTo)
                        .orElse(Instant.MAX);
        Stream.concat(
                        Stream.of(Duration.ZERO),
                        bound.terms().stream().flatMap(term -> term.amount().stream()))
                .map(start::plus)
                .map(alone -> alone.isAfter(cap) ? cap : alone)
                .forEach(alone -> assertThat(bound.at().get()).isAfterOrEqualTo(alone));
    }

    @Test
    void whatNobodyKnowsIsNeverTakenForZero() {
        Cases.each(draw -> {
            Facts f = DrawnFacts.of(draw);
            for (var action : actions(draw)) {
                for (Bound line : lines(action.apply(f))) {
                    if (line.terms().stream().anyMatch(Term::isUnknown)) {
                        assertThat(line.at())
                                .isEqualTo(
                                        line.terms().stream()
                                                .flatMap(term -> term.cap().stream())
                                                .min(Instant::compareTo)
                                                .map(cap -> Bound.of(cap, List.of()))
                                                .flatMap(Bound::at));
                    }
                }
            }
        });
    }

    @Test
    void moreOfAnythingNeverMakesABoundEarlier() {
        Cases.each(draw -> {
            Facts f = DrawnFacts.of(draw);
            Duration more = draw.millis(1, 1_000_000);
            Instant expiry = DrawnFacts.moment(draw);
            int entries = draw.between(0, 2000);
            List<Function<Facts, ExposureBound>> all = new ArrayList<>(actions(draw));
            all.add(facts -> Exposure.expire(facts, expiry));
            for (Facts larger : DrawnFacts.larger(f, more)) {
                for (var action : all) {
                    notEarlier(lines(action.apply(larger)), lines(action.apply(f)));
                }
                notEarlier(steps(larger, entries), steps(f, entries));
            }
            notEarlier(steps(f, entries + draw.between(1, 500)), steps(f, entries));
            notEarlier(
                    lines(Exposure.expire(f, expiry.plus(more))),
                    lines(Exposure.expire(f, expiry)));
        });
    }

    private static void notEarlier(List<Bound> after, List<Bound> before) {
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).at().orElse(Instant.MAX))
                    .isAfterOrEqualTo(before.get(i).at().orElse(Instant.MAX));
        }
    }

    @Test
    void nothingOutlivesItsAuthorityByMoreThanTheClocksAndTheLeewayOfValidators() {
        Cases.each(draw -> {
            Facts f = DrawnFacts.of(draw);
            List<Function<Facts, ExposureBound>> capped =
                    List.of(
                            Exposure::delete,
                            Exposure::shorten,
                            Exposure::ban,
                            one -> OutOfReach.minted(one, Optional.empty()),
                            one -> AuthorityExposure.taint(one, BOTH),
                            one -> AuthorityExposure.revoke(one, BOTH),
                            one -> AuthorityExposure.atPeer(one, BOTH, Optional.empty()));
            for (var action : capped) {
                ExposureBound bound = action.apply(f);
                f.x509AuthorityEnd()
                        .ifPresent(end ->
                                assertThat(bound.x509Dead().at().orElseThrow())
                                        .isBefore(end.plus(f.apart()).plusSeconds(1)));
                f.jwtAuthorityEnd()
                        .ifPresent(end ->
                                assertThat(bound.jwtDead().at().orElseThrow())
                                        .isBefore(end.plus(f.apart()).plusSeconds(61)));
            }
        });
    }

    @Test
    void theLatestOfSeveralDoesNotDependOnTheirOrderAndIsBeforeNone() {
        Cases.each(draw -> {
            ExposureBound a = any(draw);
            ExposureBound b = any(draw);
            ExposureBound c = any(draw);
            ExposureBound ab = ExposureBound.latest(a, b);
            assertThat(ExposureBound.latest(a, a)).isEqualTo(a);
            assertThat(ExposureBound.latest(b, a)).isEqualTo(ab);
            assertThat(ExposureBound.latest(ab, c))
                    .isEqualTo(ExposureBound.latest(a, ExposureBound.latest(b, c)));
            assertThat(ExposureBound.latest(List.of(a, b, c)))
                    .isEqualTo(ExposureBound.latest(List.of(c, a, b)));
            notEarlier(lines(ab), lines(a));
            notEarlier(lines(ab), lines(b));
            assertThat(ab.notCovered()).containsAll(a.notCovered()).containsAll(b.notCovered());
        });
    }

    /** Often the same facts with another action, so that equal times meet. */
    private static ExposureBound any(Draw draw) {
        Facts f = draw.coin() ? DrawnFacts.of(draw) : Sample.FACTS;
        return draw.oneOf(actions(draw)).apply(f);
    }

    private static final class Sample {
        static final Facts FACTS =
                new Facts(
                        DrawnFacts.T0,
                        ServerTimings.SPIRE_DEFAULTS,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }
}
