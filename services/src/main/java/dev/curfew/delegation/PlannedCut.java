package dev.curfew.delegation;

import dev.curfew.delegation.PlannedChange.Deny;
import dev.curfew.delegation.PlannedChange.PutBack;
import dev.curfew.delegation.PlannedChange.Refuse;
import dev.curfew.delegation.PlannedChange.Shorten;
import dev.curfew.delegation.PlannedChange.TakeAway;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What planned changes would do, without making them.
 *
 * @param before what counts at the moment looked at, as things are
 * @param after what would count then
 * @param ended what would not count any more
 * @param goesOn what was made from something that ends, and counts all the same: nobody who decides
 *     asks for its parent, so it needs a cut of its own
 * @param lost rights to tools and data that a party would not have any more by any grant of its own
 * @param kept rights that lose a grant and stay by another
 * @param stopped who could act before and can not act by any grant then
 * @param remaining who loses a grant and can act all the same, by others
 * @param returned what does not count now and would then
 * @param enabled who can not act now by any grant and could then
 */
public record PlannedCut(
        GrantGraph before,
        GrantGraph after,
        List<Grant> ended,
        List<Grant> goesOn,
        List<Right> lost,
        List<Right> kept,
        SortedSet<Party> stopped,
        SortedSet<Party> remaining,
        List<Grant> returned,
        SortedSet<Party> enabled) {

    /** Somebody's own right to something. */
    public record Right(Party holder, Party target) {}

    public PlannedCut {
        ended = List.copyOf(ended);
        goesOn = List.copyOf(goesOn);
        lost = List.copyOf(lost);
        kept = List.copyOf(kept);
        stopped = Collections.unmodifiableSortedSet(new TreeSet<>(stopped));
        remaining = Collections.unmodifiableSortedSet(new TreeSet<>(remaining));
        returned = List.copyOf(returned);
        enabled = Collections.unmodifiableSortedSet(new TreeSet<>(enabled));
    }

    /**
     * @param at the moment that is looked at: now, or when a shortened grant has ended
     */
    public static PlannedCut of(
            GrantGraph graph, Collection<? extends PlannedChange> changes, Instant at) {
        GrantGraph before = graph.at(at);
        GrantGraph after = without(refused(changes), changed(graph, changes).at(at));
        List<Grant> ended =
                before.grants().stream()
                        .filter(grant -> after.grant(grant.id()).isEmpty())
                        .toList();
        Set<Grant> goesOn = new LinkedHashSet<>();
        for (Grant gone : ended) {
            graph.below(gone.id()).stream()
                    .filter(grant -> after.grant(grant.id()).isPresent())
                    .forEach(goesOn::add);
        }
        Set<Right> touched = new LinkedHashSet<>();
        ended.forEach(grant -> right(grant).ifPresent(touched::add));
        Set<Right> left = new HashSet<>();
        after.grants().forEach(grant -> right(grant).ifPresent(left::add));
        Actors could = Actors.of(before);
        Actors can = Actors.of(after);
        return new PlannedCut(
                before,
                after,
                ended,
                List.copyOf(goesOn),
                touched.stream().filter(right -> !left.contains(right)).toList(),
                touched.stream().filter(left::contains).toList(),
                actors(
                        before.parties().stream()
                                .filter(could::canAct)
                                .filter(party -> !can.canAct(party))),
                actors(ended.stream().flatMap(Actors::holder).filter(can::canAct)),
                after.grants().stream()
                        .filter(grant -> before.grant(grant.id()).isEmpty())
                        .toList(),
                actors(
                        after.parties().stream()
                                .filter(can::canAct)
                                .filter(party -> !could.canAct(party))));
    }

    /** All grants, with those that would be put back as they would be then. */
    public static GrantGraph putBack(
            GrantGraph graph, Collection<? extends PlannedChange> changes) {
        Map<String, Grant> back = new LinkedHashMap<>();
        for (PlannedChange change : changes) {
            if (change instanceof PutBack(var grant)) {
                back.put(grant.id(), grant);
            }
        }
        if (back.isEmpty()) {
            return graph;
        }
        List<Grant> all = new ArrayList<>();
        for (Grant grant : graph.grants()) {
            Grant again = back.remove(grant.id());
            all.add(again == null ? grant : again);
        }
        all.addAll(back.values());
        return GrantGraph.of(all);
    }

    /** A grant by which somebody can act then; empty: by none of its own, or by none at all. */
    public Optional<Grant> wayLeft(Party party) {
        return after.grants().stream()
                .filter(grant -> Actors.holder(grant).anyMatch(party::equals))
                .findFirst();
    }

    private static SortedSet<Party> actors(Stream<Party> parties) {
        return parties.collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> refused(Collection<? extends PlannedChange> changes) {
        return changes.stream()
                .filter(Refuse.class::isInstance)
                .map(change -> ((Refuse) change).grant())
                .collect(Collectors.toSet());
    }

    private static GrantGraph without(Set<String> refused, GrantGraph graph) {
        return refused.isEmpty()
                ? graph
                : GrantGraph.of(
                        graph.grants().stream()
                                .filter(grant -> !refused.contains(grant.id()))
                                .toList());
    }

    private static Optional<Right> right(Grant grant) {
        return grant.isRight() && grant.to().kind().isTarget()
                ? Optional.of(new Right(grant.from(), grant.to()))
                : Optional.empty();
    }

    private static GrantGraph changed(
            GrantGraph graph, Collection<? extends PlannedChange> changes) {
        Map<String, Instant> ends = new LinkedHashMap<>();
        Set<String> gone = new HashSet<>();
        Set<Party> denied = new HashSet<>();
        for (PlannedChange change : changes) {
            switch (change) {
                case TakeAway(var grant) -> gone.add(grant);
                case Shorten(var grant, var end) ->
                        ends.merge(grant, end, (one, other) -> one.isBefore(other) ? one : other);
                case Deny(var party) -> denied.add(party);
                case Refuse _, PutBack _ -> {}
            }
        }
        List<Grant> result = new ArrayList<>();
        for (Grant grant : putBack(graph, changes).grants()) {
            boolean cut =
                    gone.contains(grant.id())
                            || (grant.isRight()
                                    && (denied.contains(grant.from())
                                            || denied.contains(grant.to())));
            result.add(changed(grant, cut, ends.get(grant.id())));
        }
        return GrantGraph.of(result);
    }

    private static Grant changed(Grant grant, boolean cut, @Nullable Instant end) {
        Validity validity = grant.hop().validity();
        boolean earlier = end != null && validity.end().instant().map(end::isBefore).orElse(true);
        if (!cut && !earlier) {
            return grant;
        }
        return grant.with(
                grant.hop()
                        .with(
                                new Validity(
                                        validity.issuedAt(),
                                        validity.notBefore(),
                                        earlier && end != null ? End.at(end) : validity.end(),
                                        validity.withdrawn() || cut)));
    }
}
