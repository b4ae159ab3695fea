package dev.curfew.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ServerTimings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ExposurePropertyTest {
    private static final Instant T0 = Instant.parse("2026-11-22T14:00:00Z");
    private static final List<Function<Facts, ExposureBound>> ENDING =
            List.of(Exposure::delete, Exposure::shorten, Exposure::ban);

    private static Facts facts(int cache, int sync, int x509, int jwt, int authorityEnd, int skew) {
        return new Facts(
                T0,
                new ServerTimings(
                        Duration.ofSeconds(cache),
                        Duration.ofSeconds(sync),
                        Duration.ofHours(1),
                        Duration.ofMinutes(5),
                        true),
                x509 == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(x509)),
                jwt == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(jwt)),
                authorityEnd == 0 ? Optional.empty() : Optional.of(T0.plusSeconds(authorityEnd)),
                authorityEnd == 0 ? Optional.empty() : Optional.of(T0.plusSeconds(authorityEnd)),
                Optional.of(new ClockSkew(Duration.ofSeconds(skew), Duration.ofSeconds(skew))));
    }

    private static List<Bound> all(ExposureBound bound) {
        return List.of(bound.issuanceStops(), bound.nodesKnow(), bound.x509Dead(), bound.jwtDead());
    }

    @Property
    void noBoundIsBeforeTheActionUnlessAnAuthorityHasEnded(
            @ForAll @IntRange(max = 600) int cache,
            @ForAll @IntRange(max = 600) int sync,
            @ForAll @IntRange(max = 1_000_000) int x509,
            @ForAll @IntRange(max = 1_000_000) int jwt,
            @ForAll @IntRange(max = 1_000_000) int end) {
        for (var action : ENDING) {
            for (Bound bound : all(action.apply(facts(cache, sync, x509, jwt, end, 0)))) {
                assertThat(bound.at().orElseThrow()).isAfterOrEqualTo(T0);
            }
        }
    }

    @Property
    void aDeadlineIsTheSumOfItsTermsOrTheAuthoritysEnd(
            @ForAll @IntRange(max = 600) int cache,
            @ForAll @IntRange(min = 1, max = 1_000_000) int x509,
            @ForAll @IntRange(max = 1_000_000) int end) {
        Bound dead = Exposure.delete(facts(cache, 5, x509, 60, end, 0)).x509Dead();
        Instant sum = T0.plusSeconds(cache).plusSeconds(x509);
        Instant capped = end == 0 ? sum : T0.plusSeconds(Math.min(end, cache + x509));
        assertThat(dead.at()).contains(capped);
    }

    @Property
    void moreOfAnythingNeverMakesABoundEarlier(
            @ForAll @IntRange(max = 600) int cache,
            @ForAll @IntRange(max = 600) int sync,
            @ForAll @IntRange(min = 1, max = 1_000_000) int x509,
            @ForAll @IntRange(min = 1, max = 1_000_000) int jwt,
            @ForAll @IntRange(min = 1, max = 1_000_000) int end,
            @ForAll @IntRange(max = 3600) int skew,
            @ForAll @IntRange(min = 1, max = 1000) int more) {
        Facts base = facts(cache, sync, x509, jwt, end, skew);
        List<Facts> larger =
                List.of(
                        facts(cache + more, sync, x509, jwt, end, skew),
                        facts(cache, sync + more, x509, jwt, end, skew),
                        facts(cache, sync, x509 + more, jwt, end, skew),
                        facts(cache, sync, x509, jwt + more, end, skew),
                        facts(cache, sync, x509, jwt, end + more, skew),
                        facts(cache, sync, x509, jwt, end, skew + more));
        for (var action : ENDING) {
            List<Bound> before = all(action.apply(base));
            for (Facts facts : larger) {
                List<Bound> after = all(action.apply(facts));
                for (int i = 0; i < before.size(); i++) {
                    assertThat(after.get(i).at().orElseThrow())
                            .isAfterOrEqualTo(before.get(i).at().orElseThrow());
                }
            }
        }
    }

    @Property
    void aServerWhoseClockIsBehindMakesNoBoundEarlier(
            @ForAll @IntRange(min = 1, max = 3600) int behind,
            @ForAll @IntRange(min = 1, max = 100_000) int x509) {
        Facts same = facts(5, 5, x509, 300, 0, 0);
        Facts late = facts(5, 5, x509, 300, 0, -behind);
        assertThat(Exposure.delete(late).x509Dead().at())
                .isEqualTo(Exposure.delete(same).x509Dead().at());
        Instant expiry = T0.plusSeconds(60);
        assertThat(Exposure.expire(late, expiry).issuanceStops().at().orElseThrow())
                .isEqualTo(
                        Exposure.expire(same, expiry)
                                .issuanceStops()
                                .at()
                                .orElseThrow()
                                .plusSeconds(behind));
    }
}
