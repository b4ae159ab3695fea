package dev.curfew.delegation.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.store.Preferences;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaiversTest {
    private static final Instant NOW = Instant.parse("2026-10-02T14:00:00Z");

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
    private final Waivers waivers = new Waivers(preferences);

    private static Waiver waiver(String key, int seconds) {
        return new Waiver(key, "known, \"planned\"", "oncall", NOW, NOW.plusSeconds(seconds));
    }

    @Test
    void holdsUntilItsEndAndOverARestart() {
        waivers.add(waiver("a", 60));
        Waivers restarted = new Waivers(preferences);
        assertThat(restarted.inForce(NOW.plusSeconds(59))).containsEntry("a", waiver("a", 60));
        assertThat(restarted.inForce(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void aLaterOneTakesThePlaceOfTheFirst() {
        waivers.add(waiver("a", 60));
        waivers.add(waiver("a", 3600));
        assertThat(waivers.inForce(NOW)).containsOnly(Map.entry("a", waiver("a", 3600)));
    }

    @Test
    void canBeTakenBack() {
        waivers.add(waiver("a", 60));
        waivers.add(waiver("b", 60));
        waivers.remove("a");
        assertThat(waivers.inForce(NOW)).containsOnlyKeys("b");
    }

    @Test
    void whatCanNotBeReadHidesNothing() {
        kept.put("delegation.waivers", "[{\"key\":\"a\",\"at\":\"soon\"}]");
        assertThat(waivers.inForce(NOW)).isEmpty();
    }
}
