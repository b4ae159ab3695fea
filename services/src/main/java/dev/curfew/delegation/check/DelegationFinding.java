package dev.curfew.delegation.check;

import dev.curfew.delegation.GrantLever;
import dev.curfew.delegation.Party;
import java.util.List;

/**
 * A check that something breaks.
 *
 * @param subject whom it is about
 * @param grants IDs of the grants that it was seen at, the one to cut first
 */
public record DelegationFinding(
        CheckId check, Severity severity, Party subject, List<String> grants, Evidence evidence) {
    public DelegationFinding {
        grants = List.copyOf(grants);
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
