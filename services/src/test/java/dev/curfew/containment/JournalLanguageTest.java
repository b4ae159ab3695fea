package dev.curfew.containment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.query.Parsed;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalLanguageTest {
    private static final Instant NOW = Instant.parse("2026-10-02T14:00:00Z");
    private static final List<JournalRecord> ROWS =
            List.of(
                    record(1, "delete", Phase.PLANNED, "INC-1", 0, 7_200),
                    record(2, "delete", Phase.FAILED, "INC-1", 1, 60),
                    record(3, "tighten", Phase.FINISHED, "", 0, 30));

    private static JournalRecord record(
            long number, String action, Phase phase, String incident, int step, int ago) {
        return new JournalRecord(
                number,
                NOW.minusSeconds(ago),
                new JournalEntry(
                        "op-" + action,
                        step,
                        phase,
                        "oncall-2",
                        "acme",
                        action,
                        "agent/web-researcher",
                        "task is over",
                        incident,
                        "",
                        ""),
                "",
                "");
    }

    private static List<Integer> rows(String query) {
        return switch (JournalLanguage.of(ROWS, NOW).parse(query)) {
            case Parsed.Good(var good) ->
                    java.util.Arrays.stream(good.filter(ROWS.size())).boxed().toList();
            case Parsed.Wrong wrong -> throw new AssertionError(wrong.message());
        };
    }

    @Test
    void findsByEveryField() {
        assertThat(rows("action:delete")).containsExactly(0, 1);
        assertThat(rows("phase:failed,finished")).containsExactly(1, 2);
        assertThat(rows("incident:INC-1 step:0")).containsExactly(0);
        assertThat(rows("age<1h operator:oncall-2 on:acme")).containsExactly(1, 2);
        assertThat(rows("operation:op-tighten")).containsExactly(2);
        assertThat(rows("reason:over subject:web")).containsExactly(0, 1, 2);
    }

    @Test
    void aWordStandsAnywhere() {
        assertThat(rows("tighten")).containsExactly(2);
        assertThat(rows("web-researcher -delete")).containsExactly(2);
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(JournalLanguage.of(ROWS, NOW).parse("phase:lost"))
                .isInstanceOf(Parsed.Wrong.class);
    }
}
