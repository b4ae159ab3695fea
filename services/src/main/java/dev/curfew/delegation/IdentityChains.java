package dev.curfew.delegation;

import dev.curfew.delegation.Grant.Layer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands above chosen parties in SPIRE: what issues their identities, up to the server, who of
 * them may mint others, and with which trust domains they and their own one federate. These are no
 * grants: nobody may do anything by them. Pure.
 */
public final class IdentityChains {
    private final Map<String, Party> chosen = new HashMap<>();
    private final Map<Party, List<Grant>> from = new HashMap<>();
    private final Map<Party, List<Grant>> to = new HashMap<>();

    private IdentityChains(Collection<Grant> all, Collection<Party> parties) {
        parties.stream()
                .filter(party -> party.spiffeId().isPresent())
                .forEach(party -> chosen.putIfAbsent(party.id(), party));
        for (Grant grant : all) {
            if (grant.kind().layer() == Layer.IDENTITY) {
                Grant ours = ours(grant);
                from.computeIfAbsent(ours.from(), _ -> new ArrayList<>(2)).add(ours);
                to.computeIfAbsent(ours.to(), _ -> new ArrayList<>(2)).add(ours);
            }
        }
    }

    /**
     * The part that leads to these parties.
     *
     * @param all of which those of other layers are left out
     */
    public static List<Grant> of(Collection<Grant> all, Collection<Party> parties) {
        return new IdentityChains(all, parties).above();
    }

    /** Between the parties as they are called here: a backend may have its own word for a type. */
    private Grant ours(Grant grant) {
        Party giver = chosen.getOrDefault(grant.from().id(), grant.from());
        Party given = chosen.getOrDefault(grant.to().id(), grant.to());
        return giver.equals(grant.from()) && given.equals(grant.to())
                ? grant
                : new Grant(
                        grant.id(),
                        grant.kind(),
                        giver,
                        given,
                        grant.relation(),
                        grant.hop(),
                        grant.source());
    }

    private List<Grant> above() {
        Set<Grant> found = new LinkedHashSet<>();
        Set<Party> seen = new HashSet<>(chosen.values());
        Deque<Party> open = new ArrayDeque<>(chosen.values().stream().sorted().toList());
        while (!open.isEmpty()) {
            Party party = open.poll();
            for (Grant grant : to.getOrDefault(party, List.of())) {
                if (grant.kind() != Grant.Kind.FEDERATES && found.add(grant)) {
                    if (seen.add(grant.from())) {
                        open.add(grant.from());
                    }
                }
            }
            federations(party, found);
        }
        chosen.values().stream()
                .flatMap(party -> party.trustDomainName().stream())
                .distinct()
                .sorted()
                .map(name -> Party.of(Party.Kind.TRUST_DOMAIN, name))
                .forEach(domain -> federations(domain, found));
        return List.copyOf(found);
    }

    private void federations(Party party, Set<Grant> found) {
        from.getOrDefault(party, List.of()).stream()
                .filter(grant -> grant.kind() == Grant.Kind.FEDERATES)
                .forEach(found::add);
    }
}
