package dev.curfew.containment.blast;

import dev.curfew.containment.Strength;
import dev.curfew.containment.blast.BlastRadius.Hit;
import dev.curfew.containment.scope.Scope;
import dev.curfew.estate.EntryView.Derived;
import dev.curfew.estate.Estate;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.SpiffeIds;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Works out what a containment hits, from what is known of the servers. One thread; used once. */
public final class BlastFinder {
    /** So many are named one by one; the rest is counted. */
    private static final int NAMED = 5;

    private final Scope scope;
    private final Estate estate;
    private final Strength strength;
    private final List<RegistrationEntry> ended;
    private final Collection<Node> banned;
    private final Set<String> endedIds;
    private final List<Hit> now = new ArrayList<>();
    private final List<Hit> later = new ArrayList<>();
    private final List<Hit> never = new ArrayList<>();
    private final List<Hit> also = new ArrayList<>();

    /**
     * @param ended entries that are deleted or tightened
     * @param banned nodes that are banned
     */
    public BlastFinder(
            Scope scope,
            Estate estate,
            Strength strength,
            List<RegistrationEntry> ended,
            Collection<Node> banned) {
        this.scope = scope;
        this.estate = estate;
        this.strength = strength;
        this.ended = ended;
        this.banned = banned;
        this.endedIds =
                ended.stream().map(RegistrationEntry::id).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param bound of the whole containment
     */
    public BlastRadius find(ExposureBound bound) {
        int identities = identities().size();
        if (strength == Strength.TIGHTEN) {
            later.add(Hit.of("oldTtl", identities).by(latest(bound)));
        } else {
            if (!banned.isEmpty()) {
                now.add(Hit.of("bannedIssue", names(banned)));
            }
            if (identities > 0) {
                now.add(Hit.of("issuing", identities).by(bound.issuanceStops().at()));
            }
            later.add(Hit.of("x509").by(bound.x509Dead().at()));
            later.add(Hit.of("jwt").by(bound.jwtDead().at()));
            banned.forEach(node ->
                    later.add(
                            Hit.of("nodeCertificate", SpiffeIds.shortName(node.id()))
                                    .by(Optional.of(node.expiresAt()))));
        }
        notReached();
        scope.parts().forEach(this::others);
        return new BlastRadius(now, later, never, also);
    }

    private static Optional<java.time.Instant> latest(ExposureBound bound) {
        var x509 = bound.x509Dead().at();
        var jwt = bound.jwtDead().at();
        return x509.isEmpty() || jwt.isEmpty()
                ? Optional.empty()
                : Optional.of(x509.get().isAfter(jwt.get()) ? x509.get() : jwt.get());
    }

    private void notReached() {
        never.add(Hit.of("openConnections"));
        for (RegistrationEntry entry : ended) {
            if (entry.downstream()) {
                never.add(Hit.of("downstream", entry.spiffeId()));
            }
            if (entry.storeSvid()) {
                never.add(Hit.of("storedCopies", entry.spiffeId()));
            }
        }
        if (ended.stream().anyMatch(RegistrationEntry::admin)) {
            // Whoever could call the server's API may have minted or made entries of its own.
            never.add(Hit.of("minted"));
        }
        Set<TrustDomain> peers = new LinkedHashSet<>();
        ended.forEach(entry -> peers.addAll(entry.federatesWith()));
        peers.forEach(peer -> never.add(Hit.of("peer", peer.getName())));
        scope.unread().forEach(name -> never.add(Hit.of("unread", name)));
    }

    private void others(Scope.Part part) {
        Optional<Derived> derived =
                estate.server(part.writer()).flatMap(s -> s.entries().value().derived());
        if (derived.isEmpty()) {
            never.add(Hit.of("notDerived", part.writer()));
            return;
        }
        sharedIdentities(part, derived.get());
        if (strength != Strength.TIGHTEN) {
            dependents(part, derived.get());
            otherNodes(part, derived.get());
            peersOnBannedNodes(derived.get());
        }
        if (strength == Strength.SEVER) {
            also.add(
                    Hit.of(
                            "wholeDomain",
                            part.trustDomain().map(TrustDomain::getName).orElse(part.writer()),
                            derived.get().index().entries().size(),
                            estate.server(part.writer())
                                    .map(server -> server.nodes().value().size())
                                    .orElse(0)));
        }
    }

    /** An identity that other entries go on giving is not ended. */
    private void sharedIdentities(Scope.Part part, Derived derived) {
        for (SpiffeId id : identities(part.entries())) {
            List<RegistrationEntry> others =
                    derived.index().withIdentity(id).stream()
                            .filter(entry -> !endedIds.contains(entry.id()))
                            .toList();
            if (!others.isEmpty()) {
                never.add(Hit.of("sharedGoesOn", id, others.size()));
            }
        }
    }

    private void dependents(Scope.Part part, Derived derived) {
        Map<String, RegistrationEntry> below = new LinkedHashMap<>();
        for (SpiffeId id : identities(part.entries())) {
            for (RegistrationEntry child : derived.index().below(id)) {
                if (!endedIds.contains(child.id())) {
                    below.put(child.id(), child);
                }
            }
        }
        list("dependents", below.values());
    }

    /** Where only a node is meant: what other nodes go on giving out. */
    private void otherNodes(Scope.Part part, Derived derived) {
        if (part.nodes().isEmpty() && banned.isEmpty()) {
            return;
        }
        Set<SpiffeId> bannedIds = banned.stream().map(Node::id).collect(Collectors.toSet());
        List<RegistrationEntry> elsewhere =
                part.entries().stream()
                        .filter(entry -> !endedIds.contains(entry.id()))
                        .filter(entry ->
                                derived.entitlements().nodesOf(entry).stream()
                                        .anyMatch(node -> !bannedIds.contains(node.id())))
                        .toList();
        if (!elsewhere.isEmpty()) {
            never.add(Hit.of("servedElsewhere", elsewhere.size(), named(elsewhere)));
        }
    }

    private void peersOnBannedNodes(Derived derived) {
        Set<String> meant =
                scope.entries().stream().map(RegistrationEntry::id).collect(Collectors.toSet());
        for (Node node : banned) {
            List<RegistrationEntry> peers =
                    derived.entitlements().entriesOf(node).stream()
                            .filter(entry -> !meant.contains(entry.id()))
                            .toList();
            if (!peers.isEmpty()) {
                also.add(
                        Hit.of(
                                "sameNode",
                                SpiffeIds.shortName(node.id()),
                                peers.size(),
                                named(peers)));
            }
        }
    }

    private void list(String key, Collection<RegistrationEntry> entries) {
        if (!entries.isEmpty()) {
            also.add(Hit.of(key, entries.size(), named(entries)));
        }
    }

    private Set<SpiffeId> identities() {
        return identities(ended);
    }

    private static Set<SpiffeId> identities(Collection<RegistrationEntry> entries) {
        Set<SpiffeId> ids = new LinkedHashSet<>();
        entries.forEach(entry -> ids.add(entry.spiffeId()));
        return ids;
    }

    private static String named(Collection<RegistrationEntry> entries) {
        Set<String> names = new HashSet<>();
        List<String> first =
                entries.stream()
                        .map(entry -> SpiffeIds.shortName(entry.spiffeId()))
                        .filter(names::add)
                        .limit(NAMED)
                        .toList();
        return String.join(", ", first) + (entries.size() > NAMED ? " …" : "");
    }

    private static String names(Collection<Node> nodes) {
        return nodes.stream()
                .map(node -> SpiffeIds.shortName(node.id()))
                .collect(Collectors.joining(", "));
    }
}
