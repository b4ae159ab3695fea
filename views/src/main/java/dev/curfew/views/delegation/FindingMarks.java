package dev.curfew.views.delegation;

import dev.curfew.delegation.Party;
import dev.curfew.delegation.check.CheckId;
import dev.curfew.delegation.check.Severity;
import dev.curfew.views.delegation.FindingRow.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where in the picture something was found. Immutable.
 *
 * @param forbidden the IDs of grants that the rules do not permit
 * @param byGrant worst first
 * @param byParty worst first
 */
public record FindingMarks(
        Set<String> forbidden, Map<String, List<Found>> byGrant, Map<Party, List<Found>> byParty) {
    static final FindingMarks NONE = new FindingMarks(Set.of(), Map.of(), Map.of());

    /** A finding about more than these is one about who they have in common. */
    private static final int MOST_MARKED = 12;

    public FindingMarks {
        forbidden = Set.copyOf(forbidden);
        byGrant = Map.copyOf(byGrant);
        byParty = Map.copyOf(byParty);
    }

    /**
     * @param found worst first
     */
    static FindingMarks of(Collection<Found> found, Set<String> forbidden) {
        Map<String, List<Found>> byGrant = new HashMap<>();
        Map<Party, List<Found>> byParty = new HashMap<>();
        for (Found one : found) {
            byParty.computeIfAbsent(one.finding().subject(), any -> new ArrayList<>(1)).add(one);
            List<String> grants = one.finding().grants();
            if (grants.size() <= MOST_MARKED) {
                grants.forEach(
                        id -> byGrant.computeIfAbsent(id, any -> new ArrayList<>(1)).add(one));
            }
        }
        return new FindingMarks(forbidden, byGrant, byParty);
    }

    static FindingMarks forbidding(Set<String> grants) {
        return new FindingMarks(grants, Map.of(), Map.of());
    }

    List<Found> of(String grant) {
        return byGrant.getOrDefault(grant, List.of());
    }

    List<Found> of(Party party) {
        return byParty.getOrDefault(party, List.of());
    }

    /** The worst that an arrow does not show by itself: that it widens, or is forbidden. */
    Optional<CheckId> worstUnshown(String grant) {
        return of(grant).stream()
                .map(Found::check)
                .filter(check -> check != CheckId.D01 && check != CheckId.D14)
                .findFirst();
    }

    boolean isCritical(Party party) {
        return of(party).stream().anyMatch(one -> one.severity() == Severity.CRITICAL);
    }
}
