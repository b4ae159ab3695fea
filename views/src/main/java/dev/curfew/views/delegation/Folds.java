package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts parties together until a person can read the picture, as gently as that allows: first those
 * with the very same neighbours, then those of one kind and trust domain in one chain at one depth,
 * then without regard to the chain, then to the depth.
 */
final class Folds {
    /** An open fold with more than this shows the first ones and keeps the rest. */
    static final int MOST_OPENED = 200;

    private final Collection<Grant> grants;
    private final Map<Party, Integer> depths = new HashMap<>();
    private final Map<Party, Party> roots = new HashMap<>();

    private Folds(Collection<Grant> grants) {
        this.grants = grants;
    }

    /**
     * The fold of each party, by its id; a party by itself is a fold of one.
     *
     * @param most boxes that are wanted at most, if unfolding allows
     */
    static Map<String, List<Party>> of(
            Collection<Party> parties, Collection<Grant> grants, PictureRequest request, int most) {
        return new Folds(grants).fold(List.copyOf(parties), request, most);
    }

    /** The id of a party that stands by itself. */
    static String idOf(Party party) {
        return party.type() + ":" + party.id();
    }

    private Map<String, List<Party>> fold(List<Party> parties, PictureRequest request, int most) {
        Map<String, List<Party>> alone = new LinkedHashMap<>();
        parties.forEach(party -> alone.put(idOf(party), List.of(party)));
        if (alone.size() <= most) {
            return alone;
        }
        measure();
        Map<Party, String> neighbours = neighbours();
        List<Function<Party, String>> ways =
                List.of(
                        party -> "same " + kind(party) + neighbours.getOrDefault(party, ""),
                        party -> "chain " + root(party) + " " + kind(party) + depth(party),
                        party -> "depth " + kind(party) + depth(party),
                        party -> "kind " + kind(party));
        Map<String, List<Party>> folded = alone;
        for (Function<Party, String> way : ways) {
            folded = grouped(parties, way);
            if (folded.size() <= most) {
                break;
            }
        }
        return opened(folded, request);
    }

    private static Map<String, List<Party>> grouped(
            List<Party> parties, Function<Party, String> way) {
        Map<String, List<Party>> groups = new LinkedHashMap<>();
        for (Party party : parties) {
            groups.computeIfAbsent(way.apply(party), any -> new ArrayList<>()).add(party);
        }
        return groups;
    }

    /** What is open, and who shall stand alone, is taken out of its fold. */
    private static Map<String, List<Party>> opened(
            Map<String, List<Party>> groups, PictureRequest request) {
        Map<String, List<Party>> result = new LinkedHashMap<>();
        groups.forEach((id, members) -> {
            int room = request.unfolded().contains(id) ? MOST_OPENED : 0;
            List<Party> rest = new ArrayList<>();
            for (Party member : members) {
                boolean stands = members.size() == 1 || request.single().contains(member);
                if (stands || room > 0) {
                    room -= stands ? 0 : 1;
                    result.put(idOf(member), List.of(member));
                } else {
                    rest.add(member);
                }
            }
            if (!rest.isEmpty()) {
                result.put(rest.size() == 1 ? idOf(rest.getFirst()) : id, List.copyOf(rest));
            }
        });
        return result;
    }

    private static String kind(Party party) {
        String domain = party.trustDomain().map(td -> td.getName()).orElse("");
        return party.kind() + " " + party.type() + " " + domain + " ";
    }

    private int depth(Party party) {
        return depths.getOrDefault(party, 0);
    }

    private String root(Party party) {
        return idOf(roots.getOrDefault(party, party));
    }

    private Map<Party, String> neighbours() {
        Map<Party, Set<String>> all = new HashMap<>();
        for (Grant grant : grants) {
            all.computeIfAbsent(grant.from(), any -> new HashSet<>()).add(">" + idOf(grant.to()));
            all.computeIfAbsent(grant.to(), any -> new HashSet<>()).add("<" + idOf(grant.from()));
        }
        Map<Party, String> joined = new HashMap<>();
        all.forEach((party, found) ->
                joined.put(party, String.join(" ", found.stream().sorted().toList())));
        return joined;
    }

    /** How far each party is from the nearest one that nobody gives anything, and from whom. */
    private void measure() {
        Map<Party, List<Party>> next = new LinkedHashMap<>();
        Set<Party> given = new HashSet<>();
        for (Grant grant : grants) {
            next.computeIfAbsent(grant.from(), any -> new ArrayList<>()).add(grant.to());
            if (!grant.from().equals(grant.to())) {
                given.add(grant.to());
            }
        }
        Deque<Party> open = new ArrayDeque<>();
        next.keySet().stream()
                .filter(party -> !given.contains(party))
                .sorted()
                .forEach(root -> {
                    depths.put(root, 0);
                    roots.put(root, root);
                    open.add(root);
                });
        while (!open.isEmpty()) {
            Party party = open.poll();
            for (Party follower : next.getOrDefault(party, List.of())) {
                if (depths.putIfAbsent(follower, depth(party) + 1) == null) {
                    roots.put(follower, roots.getOrDefault(party, party));
                    open.add(follower);
                }
            }
        }
    }
}
