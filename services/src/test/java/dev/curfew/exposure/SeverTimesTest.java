package dev.curfew.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connect.ServerTimings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverTimesTest {
    private static final Instant T0 = Instant.parse("2026-11-22T14:00:00Z");
    private static final Facts TAINTED =
            new Facts(
                    T0,
                    ServerTimings.SPIRE_DEFAULTS,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    @Test
    void aPreparedAuthorityIsKnownAfterCacheAndSync() {
        assertThat(SeverTimes.preparedKnownBy(TAINTED).at()).contains(T0.plusSeconds(7));
    }

    @Test
    void serialsHaveChangedWithinTwelveSeconds() {
        assertThat(SeverTimes.serialsChangedBy(TAINTED).at()).contains(T0.plusSeconds(12));
    }

    /** Seen with 1, 120, 250 and 600 entries: 5.1, 9.7, 12.5 and 34.4 s at most. */
    @ParameterizedTest
    @CsvSource({"0, 9", "1, 9", "99, 9", "100, 14", "120, 14", "250, 19", "600, 40"})
    void everyBatchAndTheAliasCount(int entries, long seconds) {
        assertThat(SeverTimes.rotatedBy(TAINTED, entries).at()).contains(T0.plusSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "99, 1", "100, 6", "199, 6", "200, 11", "600, 31"})
    void theGateIsTheBatchesAndASecond(int entries, long seconds) {
        assertThat(SeverTimes.gate(entries)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(SeverTimes.revokeNotBefore(T0, entries)).isEqualTo(T0.plusSeconds(seconds));
    }

    @Test
    void thereIsNoNegativeNumberOfEntries() {
        assertThatThrownBy(() -> SeverTimes.gate(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
