package dev.curfew.delegation.check;

import dev.curfew.delegation.GrantLever;
import dev.curfew.delegation.Party;
import java.util.List;

/**
 * A check that something breaks.
 *
 * @param subject whom it is about
 * @param grants IDs of the grants that it was seen at, the one to cut first
 * @param weight whether the operator's settings have changed how bad it is
 */
public record DelegationFinding(
        CheckId check,
        Severity severity,
        Party subject,
        List<String> grants,
        Evidence evidence,
        Weight weight) {
    /** How a finding weighs beside others of its check. */
    public enum Weight {
        AS_IT_IS,
        /** It is about one that matters most. */
        RAISED,
        /** Each use of all that it is about is decided anew elsewhere. */
        LOWERED
    }

    public DelegationFinding {
        grants = List.copyOf(grants);
    }

    public DelegationFinding(
            CheckId check,
            Severity severity,
            Party subject,
            List<String> grants,
            Evidence evidence) {
        this(check, severity, subject, grants, evidence, Weight.AS_IT_IS);
    }

    DelegationFinding weighing(Severity changed, Weight how) {
        return new DelegationFinding(check, changed, subject, grants, evidence, how);
    }

    /**
     * The same whenever the same is found again. One that is about several grants goes by whom it
     * is about: a delegate more does not make it another.
     */
    public String key() {
        String where = grants.size() == 1 ? grants.getFirst() : evidence.key();
        return check + " " + subject.display() + " " + where;
    }

    public List<GrantLever> levers() {
        return check.levers();
    }
}
