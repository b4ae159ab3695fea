package dev.curfew.containment.sever;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.Node;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static Node endingIn(Duration left) {
        return new Node(
                SpiffeId.parse("spiffe://acme.test/spire/agent/x509pop/one"),
                "x509pop",
                "1",
                NOW.plus(left).getEpochSecond(),
                List.of(),
                false,
                true,
                "");
    }

    /** What goes ends in three hours, and signed no more from so long ago on. */
    private static Succession replaced(Duration ago) {
        return new Succession(
                Optional.of(NOW.plus(HOUR.multipliedBy(3))),
                Optional.of(NOW.minus(ago)),
                HOUR,
                NOW);
    }

    /** The same where nobody knows since when. */
    private static Succession unknown() {
        return new Succession(
                Optional.of(NOW.plus(HOUR.multipliedBy(3))), Optional.empty(), HOUR, NOW);
    }

    @Test
    void whatEndsAfterTheAuthorityIsOfALaterOne() {
        Succession succession = unknown();
        Duration end = HOUR.multipliedBy(3);
        assertThat(succession.isOfALaterOne(endingIn(end))).isFalse();
        assertThat(succession.isOfALaterOne(endingIn(end.plusSeconds(1)))).isTrue();
    }

    @Test
    void whatWasSignedAfterTheAuthorityWasReplacedIsOfALaterOne() {
        // At the least it was signed two lives before its end, whatever is set.
        Node node = endingIn(Duration.ofMinutes(40));
        Duration signed = Duration.ofMinutes(80);
        assertThat(replaced(signed).isOfALaterOne(node)).isFalse();
        assertThat(replaced(signed.plusSeconds(1)).isOfALaterOne(node)).isTrue();
    }

    @Test
    void aNodeThatDoesNotRenewInTimeSaysNothing() {
        Succession longAgo = replaced(Duration.ofDays(1));
        assertThat(longAgo.isOfALaterOne(endingIn(Duration.ofMinutes(24)))).isTrue();
        assertThat(longAgo.isOfALaterOne(endingIn(Duration.ofMinutes(23)))).isFalse();
    }

    @Test
    void whereTheChangeIsNotKnownOnlyTheEndTells() {
        assertThat(unknown().isOfALaterOne(endingIn(Duration.ofMinutes(40)))).isFalse();
    }

    @Test
    void ofTheActiveAuthorityThereIsNoLaterOne() {
        Succession none = new Succession(Optional.empty(), Optional.empty(), HOUR, NOW);
        assertThat(none.isOfALaterOne(endingIn(Duration.ofDays(9)))).isFalse();
    }
}
