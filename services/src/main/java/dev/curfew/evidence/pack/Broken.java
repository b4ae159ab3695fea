package dev.curfew.evidence.pack;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;

/** Something in a pack does not hold: the failure's subject is the part, its detail the fault. */
final class Broken {
    private Broken() {}

    /**
     * @param part a file in the pack, or {@link PackZip#PART}
     * @param fault a sentence without its full stop
     */
    static <T> Outcome<T> at(String part, String fault) {
        return Outcome.failed(Reason.EVIDENCE_BROKEN, part, fault);
    }
}
