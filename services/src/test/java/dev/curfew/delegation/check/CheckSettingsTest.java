package dev.curfew.delegation.check;

import static dev.curfew.delegation.Given.NOW;
import static dev.curfew.delegation.Given.agent;
import static dev.curfew.delegation.Given.below;
import static dev.curfew.delegation.Given.root;
import static dev.curfew.delegation.Given.use;
import static dev.curfew.delegation.check.Checking.that;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.check.DelegationFinding.Weight;
import dev.curfew.delegation.check.Fact.ClosedTasks;
import dev.curfew.evidence.ChainedJournal;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.Preferences;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheckSettingsTest {
    private static final Party ALICE = Party.user("alice");
    private static final Party TASK = Party.of(Party.Kind.TASK, "t1");
    private static final Grant ROOT = root("d1", ALICE, agent("planner"), use("mail"));
    private static final Grant SECOND =
            below("d1", "d2", agent("planner"), agent("worker"), use("mail"));
    private static final Grant WIDER =
            below("d1", "d2", agent("planner"), agent("worker"), use("crm"));

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
    private final ChainedJournal journal = new ChainedJournal();
    private final KeptCheckSettings settings = new KeptCheckSettings(preferences, journal);

    private static Map<CheckSetting, String> texts(CheckSetting setting, String text) {
        Map<CheckSetting, String> texts = new EnumMap<>(CheckSetting.class);
        texts.put(setting, text);
        return texts;
    }

    private Outcome<CheckSettings> save(CheckSetting setting, String text) {
        return settings.save(texts(setting, text), "oncall", "review 12");
    }

    @ParameterizedTest
    @EnumSource(CheckSetting.class)
    void whatIsWrittenIsReadAgain(CheckSetting setting) {
        assertThat(CheckSettingsText.read(texts(setting, setting.byDefault())))
                .isEqualTo(Outcome.ok(CheckSettings.DEFAULT));
        assertThat(CheckSettingsText.changed(CheckSettings.DEFAULT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DEEPEST | 0 | It takes a whole number from 1 to 100000",
                "DEEPEST | three | It takes a whole number from 1 to 100000",
                "WIDEST | -1 | It takes a whole number from 1 to 100000",
                "WIDEST | 99999999999999999999 | It takes a whole number from 1 to 100000",
                "MOST_REPLACEMENTS | 1.5 | It takes a whole number from 0 to 100000",
                "CROWN_JEWELS | 'mail,,crm' | A name is missing beside a comma",
                "CROWN_JEWELS | 'mail crm' | Names stand apart by commas, not by spaces",
                "CROWN_JEWELS | '**' | * alone names everything, and then nothing stands out"
            })
    void nonsenseIsToldAndChangesNothing(CheckSetting setting, String text, String why) {
        assertThat(save(setting, text))
                .isEqualTo(Outcome.failed(Reason.INVALID_INPUT, setting.key() + " " + text, why));
        assertThat(kept).isEmpty();
        assertThat(journal.newestBefore(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void aDurationNeedsAUnit() {
        assertThat(CheckSettingsText.problem(CheckSetting.UNUSED_FOR, "30").map(Failure::reason))
                .contains(Reason.INVALID_DURATION);
        assertThat(CheckSettingsText.problem(CheckSetting.UNUSED_FOR, "2 d")).isEmpty();
    }

    @Test
    void isKeptOverARestartAndJournaledOnce() {
        save(CheckSetting.DEEPEST, " 5 ");
        save(CheckSetting.DEEPEST, "5");
        assertThat(new KeptCheckSettings(preferences, journal).inForce().deepest()).isEqualTo(5);
        assertThat(kept).containsOnly(Map.entry("delegation.settings", "{\"deepest\":\"5\"}"));
        JournalEntry entry = journal.newestBefore(Long.MAX_VALUE, 10).getFirst().entry();
        assertThat(journal.newestBefore(Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(entry.action()).isEqualTo("set-checks");
        assertThat(entry.operator()).isEqualTo("oncall");
        assertThat(entry.reason()).isEqualTo("review 12");
        assertThat(entry.subject()).isEqualTo("delegation checks: deepest");
        assertThat(entry.sent()).isEqualTo("{\"deepest\":{\"before\":\"3\",\"after\":\"5\"}}");
        settings.save(Map.of(), "oncall", "");
        assertThat(settings.inForce()).isEqualTo(CheckSettings.DEFAULT);
    }

    @Test
    void oneThatCanNotBeReadIsAsByDefaultAndTheOthersHold() {
        kept.put("delegation.settings", "{\"deepest\":\"much\",\"widest\":\"7\",\"gone\":1}");
        assertThat(settings.inForce().deepest()).isEqualTo(3);
        assertThat(settings.inForce().widest()).isEqualTo(7);
        kept.put("delegation.settings", "not JSON");
        assertThat(settings.inForce()).isEqualTo(CheckSettings.DEFAULT);
    }

    @Test
    void aThresholdChangesWhatIsFound() {
        that(CheckId.D07).of(ROOT, SECOND).isFine();
        that(CheckId.D07)
                .of(ROOT, SECOND)
                .set(CheckSetting.DEEPEST, "1")
                .says(
                        "d2 passes rights on for more than 1 times; the deepest below it is hop"
                                + " 2.");
    }

    @Test
    void whatIsAboutACrownJewelIsOneStepWorse() {
        Checking deep = that(CheckId.D07).of(ROOT, SECOND).set(CheckSetting.DEEPEST, "1");
        assertThat(deep.findings())
                .extracting(DelegationFinding::severity)
                .containsExactly(Severity.MEDIUM);
        assertThat(deep.set(CheckSetting.CROWN_JEWELS, "ma*").findings())
                .extracting(DelegationFinding::severity, DelegationFinding::weight)
                .containsExactly(tuple(Severity.HIGH, Weight.RAISED));
        assertThat(deep.set(CheckSetting.CROWN_JEWELS, "tool:crm").findings())
                .extracting(DelegationFinding::weight)
                .containsExactly(Weight.AS_IT_IS);
        assertThat(
                        deep.set(CheckSetting.CROWN_JEWELS, "spiffe://acme.test/agent/worker")
                                .findings())
                .extracting(DelegationFinding::weight)
                .containsExactly(Weight.RAISED);
    }

    @Test
    void whatIsCheckedAtEachUseIsOneStepLess() {
        Checking wider =
                that(CheckId.D01).of(ROOT, WIDER).set(CheckSetting.CHECKED_AT_USE, "tool:crm");
        assertThat(wider.findings())
                .extracting(DelegationFinding::severity, DelegationFinding::weight)
                .containsExactly(tuple(Severity.HIGH, Weight.LOWERED));
        // Both at once leave it as it is.
        assertThat(wider.set(CheckSetting.CROWN_JEWELS, "crm").findings())
                .extracting(DelegationFinding::severity)
                .containsExactly(Severity.CRITICAL);
        assertThat(wider.set(CheckSetting.CHECKED_AT_USE, "mail").findings())
                .extracting(DelegationFinding::weight)
                .containsExactly(Weight.RAISED);
    }

    @Test
    void whoeverStillActsAfterATaskIsNeverHeldInCheck() {
        Grant over = ROOT.with(ROOT.hop().under(TASK));
        assertThat(
                        that(CheckId.D04)
                                .of(over)
                                .with(new ClosedTasks(Map.of(TASK, NOW.minusSeconds(60))))
                                .set(CheckSetting.CHECKED_AT_USE, "mail")
                                .findings())
                .extracting(DelegationFinding::severity, DelegationFinding::weight)
                .containsExactly(tuple(Severity.CRITICAL, Weight.AS_IT_IS));
    }
}
