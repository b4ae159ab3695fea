package dev.curfew.delegation.check;

import java.util.List;
import java.util.Set;

/** What a check says. */
public sealed interface CheckResult {
    CheckId check();

    /**
     * @param judged how many things were looked at
     * @param unjudged how many could not be judged for want of something
     * @param missing what that was
     */
    record Checked(
            CheckId check,
            List<DelegationFinding> findings,
            int judged,
            int unjudged,
            Set<Missing> missing)
            implements CheckResult {
        public Checked {
            findings = List.copyOf(findings);
            missing = Set.copyOf(missing);
        }
    }

    /** Nothing could be judged, which is not the same as nothing found. */
    record NotChecked(CheckId check, Set<Missing> missing) implements CheckResult {
        public NotChecked {
            missing = Set.copyOf(missing);
        }
    }
}
