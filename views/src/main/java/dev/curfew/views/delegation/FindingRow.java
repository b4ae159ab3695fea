package dev.curfew.views.delegation;

import dev.curfew.delegation.check.CheckId;
import dev.curfew.delegation.check.CheckResult;
import dev.curfew.delegation.check.DelegationFinding;
import dev.curfew.delegation.check.Missing;
import dev.curfew.delegation.check.Severity;
import dev.curfew.delegation.check.Waiver;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A line of the findings: what was found, or what could not be looked at. */
public sealed interface FindingRow {
    /** The same while the same is found. */
    String key();

    CheckId check();

    /** In one sentence, with people's names for things. */
    String what();

    int NOT_KNOWN = Severity.values().length;
    int WAIVED = NOT_KNOWN + 1;

    /** Worst first, then what is not known, and what was waived. */
    int rank();

    /**
     * @param chain where in which chain
     * @param since when it was first seen
     * @param waiver why it is let be for a while; empty: it is not
     */
    record Found(
            String key,
            DelegationFinding finding,
            String what,
            String chain,
            Instant since,
            Optional<Waiver> waiver)
            implements FindingRow {
        @Override
        public CheckId check() {
            return finding.check();
        }

        public Severity severity() {
            return finding.severity();
        }

        @Override
        public int rank() {
            return waiver.isPresent() ? WAIVED : severity().ordinal();
        }
    }

    /**
     * A check that could not judge anything, or not everything: that is not known, and not well.
     *
     * @param result how far it came
     */
    record NotKnown(CheckResult result, String what) implements FindingRow {
        @Override
        public String key() {
            return check() + " not known";
        }

        @Override
        public CheckId check() {
            return result.check();
        }

        @Override
        public int rank() {
            return NOT_KNOWN;
        }

        Set<Missing> missing() {
            return switch (result) {
                case CheckResult.NotChecked not -> not.missing();
                case CheckResult.Checked done -> done.missing();
            };
        }
    }
}
