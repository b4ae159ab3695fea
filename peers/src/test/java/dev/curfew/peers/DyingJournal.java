package dev.curfew.peers;

import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * After so many records nothing can be written any more, as if the process had been killed there.
 */
final class DyingJournal extends JournalBehind {
    private final AtomicInteger left;
    private final Predicate<JournalEntry> last;

    DyingJournal(AuditJournal real, int records) {
        super(real);
        this.left = new AtomicInteger(records);
        this.last = entry -> false;
    }

    /**
     * @param at the record that it dies at: neither this one nor any later one is written
     */
    DyingJournal(AuditJournal real, Predicate<JournalEntry> at) {
        super(real);
        this.left = new AtomicInteger(Integer.MAX_VALUE);
        this.last = at;
    }

    @Override
    public JournalRecord append(JournalEntry entry) {
        if (last.test(entry)) {
            left.set(0);
        }
        if (left.getAndDecrement() <= 0) {
            throw new Killed();
        }
        return super.append(entry);
    }

    boolean isDead() {
        return left.get() < 0;
    }

    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
