package dev.curfew.delegation.check;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Permission;
import dev.curfew.delegation.check.DelegationFinding.Weight;
import dev.curfew.delegation.rules.Pattern;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What makes a finding one step worse or better than its check says.
 *
 * @param crownJewels names of those that matter most: what is about one of them weighs more
 * @param checkedAtUse tools and data whose own enforcement point decides each use anew: what is
 *     about nothing else weighs less
 */
public record Weights(List<Pattern> crownJewels, List<Pattern> checkedAtUse) {
    public static final Weights NONE = new Weights(List.of(), List.of());

    /** However each use is checked: whoever may still act when all is over is not held in check. */
    private static final Set<CheckId> NEVER_LOWERED = Set.of(CheckId.D04);

    public Weights {
        crownJewels = List.copyOf(crownJewels);
        checkedAtUse = List.copyOf(checkedAtUse);
    }

    CheckResult weigh(CheckResult result, GrantGraph graph) {
        return switch (result) {
            case CheckResult.NotChecked not -> not;
            case CheckResult.Checked done ->
                    equals(NONE)
                            ? done
                            : new CheckResult.Checked(
                                    done.check(),
                                    done.findings().stream().map(one -> weigh(one, graph)).toList(),
                                    done.judged(),
                                    done.unjudged(),
                                    done.missing());
        };
    }

    private DelegationFinding weigh(DelegationFinding finding, GrantGraph graph) {
        List<Grant> grants =
                finding.grants().stream().flatMap(id -> graph.grant(id).stream()).toList();
        boolean raised = isAboutJewel(finding.subject(), grants);
        boolean lowered = !NEVER_LOWERED.contains(finding.check()) && isChecked(finding, grants);
        if (raised == lowered) {
            return finding;
        }
        return raised
                ? finding.weighing(finding.severity().higher(), Weight.RAISED)
                : finding.weighing(finding.severity().lower(), Weight.LOWERED);
    }

    private boolean isAboutJewel(Party subject, List<Grant> grants) {
        return isAny(crownJewels, subject)
                || grants.stream().anyMatch(grant -> isAny(crownJewels, grant.to()))
                || grants.stream()
                        .flatMap(grant -> resources(grant).stream().flatMap(Collection::stream))
                        .anyMatch(name -> isAny(crownJewels, name));
    }

    /** Only where all that the grants are about is known, and each of it is checked. */
    private boolean isChecked(DelegationFinding finding, List<Grant> grants) {
        if (grants.isEmpty() || grants.size() < finding.grants().size()) {
            return false;
        }
        Set<String> about = new TreeSet<>();
        for (Grant grant : grants) {
            Optional<Set<String>> known = resources(grant);
            if (known.isEmpty()) {
                return false;
            }
            about.addAll(known.get());
        }
        return !about.isEmpty() && about.stream().allMatch(name -> isAny(checkedAtUse, name));
    }

    /** Names of the tools and data that it lets its holder use; empty: nobody tells. */
    private static Optional<Set<String>> resources(Grant grant) {
        if (grant.to().kind().isTarget()) {
            return Optional.of(Set.of(grant.to().display()));
        }
        return grant.hop()
                .scope()
                .map(scope ->
                        scope.permissions().stream()
                                .map(Permission::resource)
                                .collect(Collectors.toSet()));
    }

    private static boolean isAny(List<Pattern> patterns, Party party) {
        return isAny(patterns, party.display()) || isAny(patterns, party.id());
    }

    /** By the whole name, or by what follows its type. */
    private static boolean isAny(List<Pattern> patterns, String name) {
        int colon = name.startsWith("spiffe://") ? -1 : name.indexOf(':');
        return Stream.of(name, name.substring(colon + 1))
                .anyMatch(one -> patterns.stream().anyMatch(pattern -> pattern.matches(one)));
    }
}
