package dev.curfew.containment;

import dev.curfew.estate.EntryIndex;
import dev.curfew.estate.EntryView;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.RegistrationEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an operator should know before changing entries. */
final class EntryWarnings {
    private EntryWarnings() {}

    /** Other entries that go on giving an identity whose entry is deleted. */
    static void shared(PlanDraft plan, List<RegistrationEntry> deleted) {
        Optional<EntryIndex> index = index(plan);
        if (index.isEmpty()) {
            plan.warn("notDerived");
            return;
        }
        Set<String> gone = ids(deleted);
        deleted.stream()
                .map(RegistrationEntry::spiffeId)
                .distinct()
                .forEach(id -> {
                    long others =
                            index.get().withIdentity(id).stream()
                                    .filter(entry -> !gone.contains(entry.id()))
                                    .count();
                    if (others > 0) {
                        plan.warn("sharedGoesOn", id, others);
                    }
                });
    }

    /**
     * Entries below one that is deleted, and the nodes that an alias names, lose what they stand
     * on.
     */
    static void dependents(PlanDraft plan, List<RegistrationEntry> deleted) {
        index(plan)
                .ifPresent(index -> {
                    Set<String> gone = ids(deleted);
                    for (RegistrationEntry entry : deleted) {
                        boolean stillThere =
                                index.withIdentity(entry.spiffeId()).stream()
                                        .anyMatch(other -> !gone.contains(other.id()));
                        long below =
                                index.below(entry.spiffeId()).stream()
                                        .filter(child -> !gone.contains(child.id()))
                                        .count();
                        if (below > 0 && !stillThere) {
                            plan.warn("alsoHit", entry.spiffeId(), below);
                        }
                        if (entry.downstream()) {
                            plan.warn("downstream", entry.spiffeId());
                        }
                        if (entry.storeSvid()) {
                            plan.warn("storedCopies", entry.spiffeId());
                        }
                    }
                });
    }

    /** Everything that stands below these, however deep. */
    static List<RegistrationEntry> below(PlanDraft plan, List<RegistrationEntry> top) {
        Map<String, RegistrationEntry> found = new LinkedHashMap<>();
        index(plan)
                .ifPresent(index -> {
                    Deque<RegistrationEntry> open = new ArrayDeque<>(top);
                    while (!open.isEmpty()) {
                        for (RegistrationEntry child : index.below(open.pop().spiffeId())) {
                            if (found.putIfAbsent(child.id(), child) == null) {
                                open.push(child);
                            }
                        }
                    }
                });
        return List.copyOf(found.values());
    }

    /**
     * Selectors by pod UID are written by spire-controller-manager, which puts back what others
     * change.
     */
    static void managed(PlanDraft plan, List<RegistrationEntry> entries) {
        long managed =
                entries.stream()
                        .filter(entry ->
                                entry.selectors().stream()
                                        .anyMatch(s ->
                                                s.type().equals("k8s")
                                                        && s.value().startsWith("pod-uid:")))
                        .count();
        if (managed > 0) {
            plan.warn("managed", managed);
        }
    }

    /** A new entry that gives more than an ordinary identity. */
    static void widening(PlanDraft plan, EntryDraft draft) {
        if (draft.admin()) {
            plan.warn("givesAdmin", draft.spiffeId());
        }
        if (draft.downstream()) {
            plan.warn("givesDownstream", draft.spiffeId());
        }
        index(plan)
                .ifPresent(index -> {
                    long others = index.withIdentity(draft.spiffeId()).size();
                    if (others > 0) {
                        plan.warn("becomesShared", draft.spiffeId(), others);
                    }
                });
    }

    static void widening(PlanDraft plan, EntryDraft before, EntryDraft after) {
        if (after.admin() && !before.admin()) {
            plan.warn("givesAdmin", after.spiffeId());
        }
        if (after.downstream() && !before.downstream()) {
            plan.warn("givesDownstream", after.spiffeId());
        }
        if (longer(plan, before.x509TtlSeconds(), after.x509TtlSeconds())) {
            plan.warn("longerTtl", FieldChanges.ttl(after.x509TtlSeconds()));
        }
    }

    /** Whether what is put back lives longer than what is there. */
    static boolean isLonger(PlanDraft plan, RegistrationEntry now, RegistrationEntry then) {
        return longer(plan, now.x509TtlSeconds(), then.x509TtlSeconds());
    }

    private static boolean longer(PlanDraft plan, int before, int after) {
        long byDefault = plan.server().profile().timings().defaultX509Ttl().toSeconds();
        return (after == 0 ? byDefault : after) > (before == 0 ? byDefault : before);
    }

    private static Optional<EntryIndex> index(PlanDraft plan) {
        return plan.server().entries().value().derived().map(EntryView.Derived::index);
    }

    private static Set<String> ids(List<RegistrationEntry> entries) {
        Set<String> ids = new HashSet<>();
        entries.forEach(entry -> ids.add(entry.id()));
        return ids;
    }
}
