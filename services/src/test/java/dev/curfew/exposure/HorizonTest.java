package dev.curfew.exposure;

import static dev.curfew.estate.EstateFixtures.entry;
import static dev.curfew.estate.EstateFixtures.withTtls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ClockSkew;
import dev.curfew.connect.ServerTimings;
import dev.curfew.exposure.Horizon.Mark;
import dev.curfew.identity.RegistrationEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HorizonTest {
    private static final Instant NOW = Instant.parse("2026-10-02T14:00:00Z");
    private static final String SERVER = "/spire/server";

    private static Facts facts(Optional<Instant> end, Optional<ClockSkew> skew) {
        return new Facts(
                NOW,
                ServerTimings.SPIRE_DEFAULTS,
                Optional.empty(),
                Optional.empty(),
                end,
                end,
                skew);
    }

    private static final Facts PLAIN = facts(Optional.empty(), Optional.empty());

    private static Horizon horizon(Facts facts, RegistrationEntry... entries) {
        return Horizon.of(List.of(entries), facts, Horizon.MOMENTS);
    }

    @Test
    void countsWhatCouldStillBeValidAtEachMoment() {
        Horizon horizon =
                horizon(
                        PLAIN,
                        withTtls(entry("1", "/a", "/node"), 60, 30),
                        withTtls(entry("2", "/b", "/node"), 0, 0),
                        withTtls(entry("3", "/c", "/node"), 90_000, 600));
        assertThat(horizon.identities()).isEqualTo(3);
        assertThat(horizon.marks())
                .containsExactly(
                        new Mark(Duration.ZERO, 3, 3),
                        // A minute's TTL lives five seconds longer: the server's cache.
                        // Half a minute's token too, with the minute that validators allow.
                        new Mark(Duration.ofMinutes(1), 3, 3),
                        new Mark(Duration.ofMinutes(5), 2, 2),
                        new Mark(Duration.ofMinutes(15), 2, 0),
                        new Mark(Duration.ofHours(1), 2, 0),
                        new Mark(Duration.ofHours(24), 1, 0));
        assertThat(horizon.x509DeadBy()).isEqualTo(NOW.plusSeconds(90_005));
        assertThat(horizon.jwtDeadBy()).isEqualTo(NOW.plusSeconds(665));
    }

    @Test
    void takesTheLongestOfSeveralEntriesOfOneIdentityAndNoAlias() {
        Horizon horizon =
                horizon(
                        PLAIN,
                        withTtls(entry("1", "/a", "/node"), 7_200, 30),
                        withTtls(entry("2", "/a", "/other"), 60, 900),
                        withTtls(entry("3", "/fleet", SERVER), 900_000, 900_000));
        assertThat(horizon.identities()).isEqualTo(1);
        assertThat(horizon.x509DeadBy()).isEqualTo(NOW.plusSeconds(7_205));
        assertThat(horizon.jwtDeadBy()).isEqualTo(NOW.plusSeconds(965));
    }

    @Test
    void nothingOutlivesTheAuthorityByTheLatestReadingOfItsClock() {
        RegistrationEntry day = withTtls(entry("1", "/a", "/node"), 86_400, 86_400);
        Optional<Instant> end = Optional.of(NOW.plusSeconds(600));
        ClockSkew ahead = new ClockSkew(Duration.ofSeconds(1), Duration.ofSeconds(3));
        assertThat(horizon(facts(end, Optional.empty()), day).x509DeadBy())
                .isEqualTo(NOW.plusSeconds(600));
        assertThat(horizon(facts(end, Optional.of(ahead)), day).jwtDeadBy())
                .isEqualTo(NOW.plusSeconds(663));
    }

    @Test
    void withoutEntriesOrBehindTheAuthoritysEndNothingIsAlive() {
        Facts ended = facts(Optional.of(NOW.minusSeconds(61)), Optional.empty());
        assertThat(horizon(PLAIN).x509DeadBy()).isEqualTo(NOW);
        assertThat(horizon(ended, entry("1", "/a", "/node")).marks())
                .allMatch(mark -> mark.x509() == 0 && mark.jwt() == 0);
    }

    @Test
    void neverRisesWithTimeAndDoesNotDependOnTheOrder() {
        Random random = new Random(20261002);
        for (int run = 0; run < 200; run++) {
            List<RegistrationEntry> entries = some(random);
            Facts facts =
                    facts(
                            random.nextBoolean()
                                    ? Optional.of(NOW.plusSeconds(random.nextInt(200_000)))
                                    : Optional.empty(),
                            Optional.empty());
            Horizon horizon = Horizon.of(entries, facts, Horizon.MOMENTS);
            for (int i = 1; i < horizon.marks().size(); i++) {
                assertThat(horizon.marks().get(i).x509())
                        .isLessThanOrEqualTo(horizon.marks().get(i - 1).x509());
                assertThat(horizon.marks().get(i).jwt())
                        .isLessThanOrEqualTo(horizon.marks().get(i - 1).jwt());
            }
            assertThat(horizon.marks().getFirst().x509()).isLessThanOrEqualTo(horizon.identities());
            Collections.shuffle(entries, random);
            assertThat(Horizon.of(entries, facts, Horizon.MOMENTS)).isEqualTo(horizon);
        }
    }

    @Test
    void anEntryMoreNeverMakesTheHorizonNearer() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            List<RegistrationEntry> entries = some(random);
            Horizon all = Horizon.of(entries, PLAIN, Horizon.MOMENTS);
            Horizon fewer = Horizon.of(entries.subList(1, entries.size()), PLAIN, Horizon.MOMENTS);
            assertThat(fewer.x509DeadBy()).isBeforeOrEqualTo(all.x509DeadBy());
            assertThat(fewer.jwtDeadBy()).isBeforeOrEqualTo(all.jwtDeadBy());
        }
    }

    private static List<RegistrationEntry> some(Random random) {
        List<RegistrationEntry> entries = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(30); i++) {
            entries.add(
                    withTtls(
                            entry(
                                    "e" + i,
                                    "/w/" + random.nextInt(12),
                                    random.nextInt(6) == 0 ? SERVER : "/node"),
                            random.nextInt(3) == 0 ? 0 : random.nextInt(200_000),
                            random.nextInt(3) == 0 ? 0 : random.nextInt(10_000)));
        }
        return entries;
    }
}
