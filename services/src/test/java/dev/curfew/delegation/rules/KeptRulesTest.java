package dev.curfew.delegation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.evidence.ChainedJournal;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import dev.curfew.store.Preferences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeptRulesTest {
    private static final String FORBIDS = "version: 1\ndefault: forbid\nrules: []\n";

    private final Map<String, String> kept = new HashMap<>();
    private final ChainedJournal journal = new ChainedJournal();
    private @Nullable RuntimeException refusal;
    private final KeptRules rules =
            new KeptRules(
                    new Preferences() {
                        @Override
                        public Optional<String> get(String key) {
                            return Optional.ofNullable(kept.get(key));
                        }

                        @Override
                        public void put(String key, String value) {
                            if (refusal != null) {
                                throw refusal;
                            }
                            kept.put(key, value);
                        }
                    },
                    journal);

    private Outcome<DelegationRules> save(String text) {
        return rules.save(text, "oncall", " review 12 ");
    }

    private List<JournalEntry> journaled() {
        return journal.newestBefore(Long.MAX_VALUE, 100).reversed().stream()
                .map(JournalRecord::entry)
                .toList();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void whatIsSavedIsInForceAsItWasWritten() {
        String text = "# by review 12\n" + FORBIDS;
        assertThat(save(text)).isInstanceOf(Outcome.Ok.class);
        assertThat(rules.text()).contains(text);
        assertThat(rules.inForce().byDefault()).isEqualTo(Rule.Effect.FORBID);
    }

    @Test
    void whatCanNotBeReadChangesNothing() {
        save(FORBIDS);
        assertThat(save("version: 1\ndefault: maybe\n"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(((Outcome.Failed<?>) failed).failure().reason())
                                        .isEqualTo(Reason.INVALID_RULES));
        assertThat(rules.text()).contains(FORBIDS);
    }

    @Test
    void anEmptyTextTakesThemAway() {
        save(FORBIDS);
        assertThat(save(" \n")).isEqualTo(Outcome.ok(DelegationRules.NONE));
        assertThat(rules.text()).isEmpty();
        assertThat(rules.inForce().isEmpty()).isTrue();
    }

    @Test
    void whoPutWhatInForceIsJournaledOnce() {
        save(FORBIDS);
        save(
                """
                version: 1
                default: allow
                rules:
                  - {name: a, effect: forbid, to: 'spiffe://acme.test/b'}
                  - {name: b, effect: allow}
                """);
        save(
                """
                version: 1
                default: allow
                rules:
                  - {name: a, effect: forbid, to: 'spiffe://acme.test/c'}
                  - {name: c, effect: allow, max-ttl: 4h}
                """);
        assertThat(journaled())
                .extracting(JournalEntry::subject)
                .containsExactly(
                        "delegation rules: default forbid",
                        "delegation rules: 2 added, default allow",
                        "delegation rules: 1 added, 1 changed, 1 removed");
        JournalEntry last = journaled().getLast();
        assertThat(last.operationId()).isNotEmpty();
        assertThat(last)
                .isEqualTo(
                        new JournalEntry(
                                last.operationId(),
                                0,
                                Phase.NOTE,
                                "oncall",
                                "",
                                "save-rules",
                                "delegation rules: 1 added, 1 changed, 1 removed",
                                "review 12",
                                "",
                                last.sent(),
                                ""));
        JsonNode change = json(last.sent());
        assertThat(change.path("rules").asInt()).isEqualTo(2);
        assertThat(change.path("default_before").asString()).isEqualTo("allow");
        assertThat(change.path("added"))
                .isEqualTo(
                        json("[{'name':'c','effect':'allow','max-ttl':'4 h'}]".replace('\'', '"')));
        assertThat(change.path("changed").get(0).path("before").path("to").get(0).asString())
                .isEqualTo("spiffe://acme.test/b");
        assertThat(change.path("changed").get(0).path("after").path("to").get(0).asString())
                .isEqualTo("spiffe://acme.test/c");
        assertThat(change.path("removed").get(0).path("name").asString()).isEqualTo("b");
        assertThat(change.path("sha256").asString()).hasSize(64);
    }

    @Test
    void whatIsRefusedOrTheSameIsNotJournaled() {
        save("version: 1\ndefault: maybe\n");
        assertThat(journaled()).isEmpty();
        save(FORBIDS);
        save(FORBIDS);
        assertThat(journaled()).hasSize(1);
        save("# reviewed\n" + FORBIDS);
        assertThat(journaled())
                .extracting(JournalEntry::subject)
                .containsExactly(
                        "delegation rules: default forbid", "delegation rules: other words only");
    }

    @Test
    void whatCouldNotBeKeptIsJournaledAsFailed() {
        refusal = new IllegalStateException("the disk is full");
        assertThatThrownBy(() -> save(FORBIDS)).isSameAs(refusal);
        assertThat(journaled())
                .extracting(JournalEntry::phase)
                .containsExactly(Phase.NOTE, Phase.FAILED);
        assertThat(journaled().getLast().received()).contains("the disk is full");
        assertThat(rules.text()).isEmpty();
    }

    @Test
    void aDraftIsKeptBesideThem() {
        save(FORBIDS);
        rules.keepDraft("version: 1\ndefa");
        assertThat(rules.draft()).contains("version: 1\ndefa");
        assertThat(rules.inForce().byDefault()).isEqualTo(Rule.Effect.FORBID);
        rules.keepDraft("");
        assertThat(rules.draft()).isEmpty();
    }
}
