package dev.curfew.delegation.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.delegation.Party;
import dev.curfew.store.Preferences;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstSeenTest {
    private static final Instant FIRST = Instant.parse("2026-10-02T14:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(3600);

    private final Map<String, String> kept = new HashMap<>();
    private final Preferences preferences =
            new Preferences() {
                @Override
                public Optional<String> get(String key) {
                    return Optional.ofNullable(kept.get(key));
                }

                @Override
                public void put(String key, String value) {
                    kept.put(key, value);
                }
            };

    private static DelegationFinding finding(String agent, String... grants) {
        return new DelegationFinding(
                CheckId.D21,
                Severity.MEDIUM,
                Party.agent("spiffe://acme.test/" + agent),
                List.of(grants),
                Evidence.of("fanOut", agent, grants.length, 20));
    }

    @Test
    void isKeptOverRestartsAndWhileSomethingIsGone() {
        DelegationFinding one = finding("a", "g1");
        assertThat(new FirstSeen(preferences).of(List.of(one), FIRST)).containsExactly(FIRST);
        FirstSeen restarted = new FirstSeen(preferences);
        assertThat(restarted.of(List.of(), LATER)).isEmpty();
        assertThat(restarted.of(List.of(one, finding("b", "g1")), LATER))
                .containsExactly(FIRST, LATER);
    }

    @Test
    void aDelegateMoreIsStillTheSameFinding() {
        FirstSeen seen = new FirstSeen(preferences);
        seen.of(List.of(finding("a", "g1", "g2")), FIRST);
        assertThat(seen.of(List.of(finding("a", "g1", "g2", "g3")), LATER)).containsExactly(FIRST);
    }

    @Test
    void whatCanNotBeReadIsAsGoodAsNothing() {
        kept.put("delegation.firstSeen", "{");
        assertThat(new FirstSeen(preferences).of(List.of(finding("a", "g1")), LATER))
                .containsExactly(LATER);
    }
}
