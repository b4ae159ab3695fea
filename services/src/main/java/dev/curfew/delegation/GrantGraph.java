package dev.curfew.delegation;

import dev.curfew.delegation.Grant.State;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every grant that is known, and what follows from them. Immutable, any thread; questions about
 * ways build an index at the first one, so ask them off the JavaFX thread.
 */
public final class GrantGraph {
    public static final GrantGraph EMPTY = of(List.of());

    private final List<Grant> grants;
    private final Lineages lineages;
    private final Map<Party, List<Grant>> from;
    private final Map<Party, List<Grant>> to;
    private volatile @Nullable Rights rights;
    private volatile @Nullable Map<String, List<Grant>> children;

    private GrantGraph(List<Grant> grants) {
        this.grants = grants;
        this.lineages = new Lineages(grants);
        this.from = new HashMap<>();
        this.to = new HashMap<>();
        for (Grant grant : grants) {
            from.computeIfAbsent(grant.from(), _ -> new ArrayList<>(2)).add(grant);
            to.computeIfAbsent(grant.to(), _ -> new ArrayList<>(2)).add(grant);
        }
    }

    /** Of two grants with the same ID the later one counts. */
    public static GrantGraph of(Collection<Grant> grants) {
        Map<String, Grant> byId = LinkedHashMap.newLinkedHashMap(grants.size());
        grants.forEach(grant -> byId.put(grant.id(), grant));
        return new GrantGraph(List.copyOf(byId.values()));
    }

    public List<Grant> grants() {
        return grants;
    }

    public SortedSet<Party> parties() {
        SortedSet<Party> parties = new TreeSet<>(from.keySet());
        parties.addAll(to.keySet());
        return parties;
    }

    public boolean has(Party party) {
        return from.containsKey(party) || to.containsKey(party);
    }

    public Optional<Grant> grant(String id) {
        int row = lineages.row(id);
        return row < 0 ? Optional.empty() : Optional.of(grants.get(row));
    }

    /** What this party gives, of all layers. */
    public List<Grant> from(Party party) {
        return Collections.unmodifiableList(from.getOrDefault(party, List.of()));
    }

    /** What is given to this party, of all layers. */
    public List<Grant> to(Party party) {
        return Collections.unmodifiableList(to.getOrDefault(party, List.of()));
    }

    /** The grants that were made from this one. */
    public List<Grant> children(String id) {
        Map<String, List<Grant>> known = children;
        if (known == null) {
            Map<String, List<Grant>> found = new HashMap<>();
            for (Grant grant : grants) {
                grant.parent()
                        .ifPresent(parent ->
                                found.computeIfAbsent(parent, _ -> new ArrayList<>(2)).add(grant));
            }
            known = found;
            children = known;
        }
        return Collections.unmodifiableList(known.getOrDefault(id, List.of()));
    }

    /** All grants that were made from this one, and from those, and so on; nearest first. */
    public List<Grant> below(String id) {
        List<Grant> found = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(id));
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            for (Grant child : children(open.poll())) {
                if (seen.add(child.id())) {
                    found.add(child);
                    open.add(child.id());
                }
            }
        }
        return List.copyOf(found);
    }

    /** From the beginning of its chain to this grant. */
    public Chain chainOf(Grant grant) {
        List<Grant> hops = new ArrayList<>(List.of(grant));
        Set<String> seen = new HashSet<>(Set.of(grant.id()));
        Optional<String> parent = grant.parent();
        while (parent.isPresent()) {
            Optional<Grant> above = grant(parent.get());
            if (above.isEmpty()) {
                return new Chain(hops.reversed(), parent, false);
            }
            if (!seen.add(parent.get())) {
                return new Chain(hops.reversed(), Optional.empty(), true);
            }
            hops.add(above.get());
            parent = above.get().parent();
        }
        return new Chain(hops.reversed(), Optional.empty(), false);
    }

    /**
     * The chains that begin with a delegation of this party, each down to a delegation that is not
     * passed on any further.
     *
     * @param most how many at most; a long chain that forks at each hop has very many
     */
    public List<Chain> chainsFrom(Party root, int most) {
        List<Chain> chains = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<Grant> open = new ArrayDeque<>();
        from(root).stream()
                .filter(grant -> grant.kind() == Grant.Kind.DELEGATES)
                .filter(grant -> grant.parent().isEmpty())
                .forEach(open::add);
        while (!open.isEmpty() && chains.size() < most) {
            Grant grant = open.pop();
            if (!seen.add(grant.id())) {
                continue;
            }
            List<Grant> next =
                    children(grant.id()).stream()
                            .filter(child -> child.kind() == Grant.Kind.DELEGATES)
                            .toList();
            if (next.isEmpty()) {
                chains.add(chainOf(grant));
            }
            next.reversed().forEach(open::push);
        }
        return List.copyOf(chains);
    }

    /** What each grant is at that moment, in the order of {@link #grants()}. */
    public List<State> states(Instant now) {
        return List.of(lineages.states(now));
    }

    public State state(Grant grant, Instant now) {
        Chain chain = chainOf(grant);
        return new Lineages(chain.hops()).states(now)[chain.hops().size() - 1];
    }

    /**
     * The part that counts at that moment. A grant that nobody gives an end counts; of chains only
     * the part that counts is here.
     */
    public GrantGraph at(Instant now) {
        State[] states = lineages.states(now);
        List<Grant> living = new ArrayList<>();
        for (int row = 0; row < states.length; row++) {
            if (Lineages.counts(states[row])) {
                living.add(grants.get(row));
            }
        }
        return new GrantGraph(List.copyOf(living));
    }

    /** What this party can reach, by its own grants and through those it delegates to. */
    public Reach reachOf(Party party) {
        return rights().reach(party, true);
    }

    /** Everyone who can reach this party, such as a tool. */
    public Reach reachedBy(Party party) {
        return rights().reach(party, false);
    }

    /** The fewest grants that lead from one to the other; empty where none do. */
    public List<Grant> shortestWay(Party from, Party to) {
        return rights().shortestWay(from, to);
    }

    /** Groups in which rights can go round, and those who delegate to themselves. */
    public List<Set<Party>> rings() {
        return ringsOf(grants.stream().filter(Grant::isRight).toList());
    }

    /** The same among these grants alone, without a graph of them. */
    public static List<Set<Party>> ringsOf(Collection<Grant> rights) {
        return Rings.of(rights);
    }

    /** Those who give rights and are given none. */
    public List<Party> roots() {
        return rights().roots();
    }

    /** Through whom every way from the roots goes, those with the most tools and data first. */
    public List<ChokePoint> chokePoints() {
        return rights().chokePoints(roots());
    }

    /** The same for the ways from one party. */
    public List<ChokePoint> chokePoints(Party start) {
        return rights().chokePoints(List.of(start));
    }

    /**
     * Parents, depths and states by row of {@link #grants()}, for those who go over all of them.
     */
    public Lineages lineages() {
        return lineages;
    }

    private Rights rights() {
        Rights known = rights;
        if (known == null) {
            known = new Rights(grants);
            rights = known;
        }
        return known;
    }
}
