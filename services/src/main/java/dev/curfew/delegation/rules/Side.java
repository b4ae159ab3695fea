package dev.curfew.delegation.rules;

import dev.curfew.delegation.Party;
import dev.curfew.delegation.rules.Grouped.By;
import dev.curfew.delegation.rules.Grouped.Group;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rows or the columns of a matrix while it is made. One thread. */
final class Side {
    private final By by;
    private final DelegationRules rules;
    private final Map<String, Members> groups = new HashMap<>();

    Side(By by, DelegationRules rules) {
        this.by = by;
        this.rules = rules;
    }

    /** The name of the group that it is in. */
    String add(Party party, List<Matrix.Ruled> grants) {
        String name = Grouped.name(party, by);
        Members members = groups.computeIfAbsent(name, _ -> new Members(rules));
        members.add(party);
        members.there += grants.size();
        members.broken += (int) grants.stream().filter(one -> one.verdict().isBroken()).count();
        return name;
    }

    int size() {
        return groups.size();
    }

    Members members(Group group) {
        return Objects.requireNonNull(groups.get(group.name()));
    }

    List<Group> shown(int most) {
        return groups.entrySet().stream()
                .sorted(
                        Map.Entry.comparingByValue(
                                Comparator.comparingInt((Members all) -> -all.broken)
                                        .thenComparingInt(all -> -all.there)))
                .limit(most)
                .map(one ->
                        new Group(one.getKey(), one.getValue().size(), one.getValue().arePeople()))
                .sorted()
                .toList();
    }

    /** Those of one group, and how many of them each rule is about. */
    static final class Members {
        private final DelegationRules rules;
        private final Set<Party> all = new HashSet<>();
        private final int[] asFrom;
        private final int[] asTo;
        private int there;
        private int broken;

        Members(DelegationRules rules) {
            this.rules = rules;
            asFrom = new int[rules.rules().size()];
            asTo = new int[rules.rules().size()];
        }

        private void add(Party party) {
            if (!all.add(party)) {
                return;
            }
            for (int i = 0; i < rules.rules().size(); i++) {
                Rule rule = rules.rules().get(i);
                asFrom[i] += rule.isAboutFrom(party) ? 1 : 0;
                asTo[i] += rule.isAboutTo(party) ? 1 : 0;
            }
        }

        int size() {
            return all.size();
        }

        int hits(int rule, boolean from) {
            return from ? asFrom[rule] : asTo[rule];
        }

        private boolean arePeople() {
            return all.stream().allMatch(party -> party.kind() == Party.Kind.USER);
        }
    }
}
