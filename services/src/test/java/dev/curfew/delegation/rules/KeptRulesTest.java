package dev.curfew.delegation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.Preferences;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptRulesTest {
    private static final String FORBIDS = "version: 1\ndefault: forbid\nrules: []\n";

    private final Map<String, String> kept = new HashMap<>();
    private final KeptRules rules =
            new KeptRules(
                    new Preferences() {
                        @Override
                        public Optional<String> get(String key) {
                            return Optional.ofNullable(kept.get(key));
                        }

                        @Override
                        public void put(String key, String value) {
                            kept.put(key, value);
                        }
                    });

    @Test
    void whatIsSavedIsInForceAsItWasWritten() {
        String text = "# by review 12\n" + FORBIDS;
        assertThat(rules.save(text)).isInstanceOf(Outcome.Ok.class);
        assertThat(rules.text()).contains(text);
        assertThat(rules.inForce().byDefault()).isEqualTo(Rule.Effect.FORBID);
    }

    @Test
    void whatCanNotBeReadChangesNothing() {
        rules.save(FORBIDS);
        assertThat(rules.save("version: 1\ndefault: maybe\n"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(((Outcome.Failed<?>) failed).failure().reason())
                                        .isEqualTo(Reason.INVALID_RULES));
        assertThat(rules.text()).contains(FORBIDS);
    }

    @Test
    void anEmptyTextTakesThemAway() {
        rules.save(FORBIDS);
        assertThat(rules.save(" \n")).isEqualTo(Outcome.ok(DelegationRules.NONE));
        assertThat(rules.text()).isEmpty();
        assertThat(rules.inForce().isEmpty()).isTrue();
    }

    @Test
    void aDraftIsKeptBesideThem() {
        rules.save(FORBIDS);
        rules.keepDraft("version: 1\ndefa");
        assertThat(rules.draft()).contains("version: 1\ndefa");
        assertThat(rules.inForce().byDefault()).isEqualTo(Rule.Effect.FORBID);
        rules.keepDraft("");
        assertThat(rules.draft()).isEmpty();
    }
}
