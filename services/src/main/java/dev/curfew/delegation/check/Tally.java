package dev.curfew.delegation.check;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Counts what one check has looked at, and what it found. One thread. */
final class Tally {
    private final CheckId check;
    private final List<DelegationFinding> findings = new ArrayList<>();
    private final Set<Missing> missing = EnumSet.noneOf(Missing.class);
    private int judged;
    private int unjudged;

    Tally(CheckId check) {
        this.check = check;
    }

    void fine() {
        judged++;
    }

    void unknown(Missing what) {
        unjudged++;
        missing.add(what);
    }

    void found(Grant grant, Evidence evidence) {
        found(check.severity(), grant.to(), List.of(grant.id()), evidence);
    }

    void found(Party subject, List<String> grants, Evidence evidence) {
        found(check.severity(), subject, grants, evidence);
    }

    void found(Severity severity, Party subject, List<String> grants, Evidence evidence) {
        judged++;
        findings.add(new DelegationFinding(check, severity, subject, grants, evidence));
    }

    CheckResult result() {
        return judged == 0 && unjudged > 0
                ? new CheckResult.NotChecked(check, missing)
                : new CheckResult.Checked(check, findings, judged, unjudged, missing);
    }

    static CheckResult notChecked(CheckId check, Missing missing) {
        return new CheckResult.NotChecked(check, Set.of(missing));
    }
}
