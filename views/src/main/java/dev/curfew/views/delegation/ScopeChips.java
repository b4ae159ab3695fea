package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Permission;
import dev.curfew.delegation.Scope;
import dev.curfew.delegation.check.CheckId;
import dev.curfew.delegation.check.Severity;
import dev.curfew.views.graph.Chip;
import dev.curfew.views.graph.Chip.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What grants let their holder do, against the grants that they were made from. Pure. */
final class ScopeChips {
    /** More would hide the arrow. */
    private static final int MOST = 2;

    private ScopeChips() {}

    /** What this grant gives that its parent does not have; empty too where one is not told. */
    static List<Permission> beyondParent(Grant grant, GrantGraph graph) {
        // A task is what a hop is given for, not something that it gives.
        if (grant.to().kind() == Party.Kind.TASK) {
            return List.of();
        }
        Optional<Scope> above = parent(grant, graph).flatMap(parent -> parent.hop().scope());
        Optional<Scope> own = grant.hop().scope();
        return above.isPresent() && own.isPresent() ? own.get().beyond(above.get()) : List.of();
    }

    static boolean narrows(Grant grant, GrantGraph graph) {
        if (grant.to().kind() == Party.Kind.TASK) {
            return false;
        }
        Optional<Scope> above = parent(grant, graph).flatMap(parent -> parent.hop().scope());
        Optional<Scope> own = grant.hop().scope();
        return above.isPresent()
                && own.isPresent()
                && own.get().beyond(above.get()).isEmpty()
                && !above.get().beyond(own.get()).isEmpty();
    }

    private static Optional<Grant> parent(Grant grant, GrantGraph graph) {
        return grant.parent().flatMap(graph::grant);
    }

    /** Without what the box at the arrow's end says already. */
    static String words(Permission permission, Grant grant) {
        return permission.resource().equals(grant.to().display())
                ? permission.action()
                : permission.display();
    }

    static List<Chip> of(List<Grant> grants, GrantGraph graph, FindingMarks marks) {
        Set<String> forbidden = marks.forbidden();
        Set<Chip> grave = new LinkedHashSet<>();
        Set<Chip> plain = new LinkedHashSet<>();
        for (Grant grant : grants) {
            boolean no = forbidden.contains(grant.id());
            List<Permission> beyond = beyondParent(grant, graph);
            boolean narrower = narrows(grant, graph);
            List<Permission> all =
                    grant.hop()
                            .scope()
                            .map(scope -> List.copyOf(scope.permissions()))
                            .orElse(List.of());
            for (Permission permission : all) {
                Change change =
                        no
                                ? Change.FORBIDDEN
                                : beyond.contains(permission)
                                        ? Change.WIDENS
                                        : narrower ? Change.NARROWS : Change.SAME;
                (change.isGrave() ? grave : plain).add(new Chip(words(permission, grant), change));
            }
            if (all.isEmpty()) {
                (no ? grave : plain)
                        .add(new Chip(grant.relation(), no ? Change.FORBIDDEN : Change.SAME));
            }
        }
        List<Chip> chips = new ArrayList<>(grave);
        worst(grants, marks).ifPresent(chips::add);
        chips.addAll(plain);
        if (chips.size() <= MOST) {
            return chips;
        }
        List<Chip> first = new ArrayList<>(chips.subList(0, MOST - 1));
        first.add(new Chip("+" + (chips.size() - MOST + 1), Change.MORE));
        return first;
    }

    /** The first of these, and how many more there are. */
    static Chip inOne(List<Chip> chips) {
        Chip first = chips.getFirst();
        if (chips.size() == 1) {
            return first;
        }
        Chip last = chips.getLast();
        String more = last.change() == Change.MORE ? last.text() : "+" + (chips.size() - 1);
        return new Chip(first.text() + " " + more, first.change());
    }

    private static Optional<Chip> worst(List<Grant> grants, FindingMarks marks) {
        return grants.stream()
                .flatMap(grant -> marks.worstUnshown(grant.id()).stream())
                .min(
                        Comparator.<CheckId, Severity>comparing(CheckId::severity)
                                .thenComparing(Comparator.naturalOrder()))
                .map(check -> new Chip(check.name(), Change.FOUND));
    }
}
