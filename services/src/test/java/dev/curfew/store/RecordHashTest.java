package dev.curfew.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.store.JournalEntry.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordHashTest {
    private static final byte[] START = RecordHash.start();

    @Test
    void encodesEveryFieldInItsPlaceWithItsLength() {
        JournalEntry entry =
                new JournalEntry("o", 2, Phase.NOTE, "p", "c", "a", "s", "r", "", "é", "received");
        assertThat(HexFormat.of().formatHex(RecordHash.encode(START, 1, 1_000_000, entry)))
                .isEqualTo(
                        "00000010"
                                + "637572666577206a6f75726e616c2031"
                                + "00000020"
                                + "00".repeat(32)
                                + "0000000000000001"
                                + "00000000000f4240"
                                + "00000001"
                                + "6f"
                                + "00000002"
                                + "00000004"
                                + "4e4f5445"
                                + "00000001"
                                + "70"
                                + "00000001"
                                + "63"
                                + "00000001"
                                + "61"
                                + "00000001"
                                + "73"
                                + "00000001"
                                + "72"
                                + "00000000"
                                + "00000002"
                                + "c3a9"
                                + "00000008"
                                + "7265636569766564");
    }

    /** All ways to spread a few letters over the texts, and small numbers: none may collide. */
    @Test
    void noTwoDifferentRecordsAreEncodedAlike() {
        List<String> texts = List.of("", "a", "aa", "\0", "\0\0\0\1a");
        List<JournalEntry> entries = new ArrayList<>();
        for (String a : texts) {
            for (String b : texts) {
                for (String c : texts) {
                    entries.add(entry(a, 0, Phase.NOTE, b, c));
                    entries.add(entry(a, 1, Phase.NOTE, b, c));
                    entries.add(entry(a, 0, Phase.FAILED, b, c));
                }
            }
        }
        Set<String> encodings = new HashSet<>();
        for (JournalEntry entry : entries) {
            for (long number = 1; number <= 2; number++) {
                for (long micros = -1; micros <= 1; micros++) {
                    byte[] bytes = RecordHash.encode(START, number, micros, entry);
                    encodings.add(HexFormat.of().formatHex(bytes));
                }
            }
        }
        assertThat(entries).hasSize(375);
        assertThat(encodings).hasSize(375 * 6);
    }

    @Test
    void theHashBeforeIsPartOfIt() {
        JournalEntry entry = entry("a", 0, Phase.NOTE, "b", "c");
        byte[] other = RecordHash.start();
        other[31] = 1;
        assertThat(RecordHash.of(START, 1, 0, entry))
                .hasSize(32)
                .isNotEqualTo(RecordHash.of(other, 1, 0, entry));
    }

    private static JournalEntry entry(String a, int step, Phase phase, String b, String c) {
        return new JournalEntry(a, step, phase, b, c, "", "", "", "", "", "");
    }
}
