package dev.curfew.peers;

import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.Pending;
import java.util.function.Predicate;

/** Some records that nobody waits for at once never reach the disk; whoever waits is told. */
final class FullDisk extends JournalBehind {
    private final Predicate<JournalEntry> lost;

    FullDisk(AuditJournal real, Predicate<JournalEntry> lost) {
        super(real);
        this.lost = lost;
    }

    @Override
    public Pending appendSoon(JournalEntry entry) {
        if (lost.test(entry)) {
            return () -> {
                throw new Full();
            };
        }
        return real().appendSoon(entry);
    }

    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
