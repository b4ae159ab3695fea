package dev.curfew.localstore.journal;

import dev.curfew.store.JournalEntry;
import java.nio.charset.StandardCharsets;

/**
 * Text that UTF-8 can hold. Half a surrogate pair, as cutting a text can leave it, is stored as a
 * question mark by every encoder; done before hashing, what is read back is what was hashed.
 */
final class WellFormed {
    private WellFormed() {}

    static JournalEntry entry(JournalEntry entry) {
        return new JournalEntry(
                text(entry.operationId()),
                entry.step(),
                entry.phase(),
                text(entry.operator()),
                text(entry.connection()),
                text(entry.action()),
                text(entry.subject()),
                text(entry.reason()),
                text(entry.incident()),
                text(entry.sent()),
                text(entry.received()));
    }

    private static String text(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
