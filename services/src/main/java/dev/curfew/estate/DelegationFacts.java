package dev.curfew.estate;

import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.check.Fact;
import dev.curfew.delegation.check.Fact.Attestation;
import dev.curfew.delegation.check.Fact.Attestations;
import dev.curfew.delegation.check.Fact.Federation;
import dev.curfew.delegation.check.Fact.Trust;
import dev.curfew.delegation.check.Facts;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome.Ok;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What SPIRE's servers say that delegation is checked against; only of what was read whole. */
public final class DelegationFacts {
    private static final String JOIN_TOKEN = "join_token";

    private DelegationFacts() {}

    /** Whatever is known of it, for the agents in these grants. */
    public static Facts of(Estate estate, GrantGraph graph) {
        List<Fact> facts = new ArrayList<>();
        List<String> agents =
                graph.parties().stream()
                        .filter(party -> party.kind() == Party.Kind.AGENT)
                        .map(Party::id)
                        .toList();
        attestations(estate, agents).ifPresent(facts::add);
        federation(estate).ifPresent(facts::add);
        return new Facts(facts);
    }

    /** How these SPIFFE IDs are attested; empty until every server's entries are read. */
    public static Optional<Attestations> attestations(Estate estate, Collection<String> ids) {
        if (!isRead(estate)) {
            return Optional.empty();
        }
        Map<String, Attestation> found = new HashMap<>();
        for (String id : ids) {
            if (SpiffeIds.parse(id) instanceof Ok<SpiffeId>(var parsed)) {
                attestation(estate, parsed).ifPresent(how -> found.put(id, how));
            }
        }
        return Optional.of(new Attestations(Map.copyOf(found)));
    }

    /** The dynamic relationships; empty until every server's are read. */
    public static Optional<Federation> federation(Estate estate) {
        Set<Trust> all = new HashSet<>();
        for (ServerEstate server : estate.servers()) {
            Optional<TrustDomain> own = server.trustDomain();
            if (own.isEmpty() || !server.federation().isKnown()) {
                return Optional.empty();
            }
            server.federation()
                    .value()
                    .forEach(other ->
                            all.add(new Trust(own.get().getName(), other.trustDomain().getName())));
        }
        return estate.servers().isEmpty()
                ? Optional.empty()
                : Optional.of(new Federation(Set.copyOf(all)));
    }

    private static boolean isRead(Estate estate) {
        return !estate.servers().isEmpty()
                && estate.servers().stream()
                        .allMatch(server -> server.entries().value().derived().isPresent());
    }

    private static Optional<Attestation> attestation(Estate estate, SpiffeId id) {
        boolean registered = false;
        boolean byJoinToken = false;
        for (ServerEstate server : estate.servers()) {
            Optional<EntryView.Derived> derived = server.entries().value().derived();
            List<RegistrationEntry> entries =
                    derived.map(all -> all.index().withIdentity(id)).orElse(List.of());
            for (RegistrationEntry entry : entries) {
                registered = true;
                byJoinToken |=
                        derived.get().entitlements().nodesOf(entry).stream()
                                .anyMatch(node -> node.attestationType().equals(JOIN_TOKEN));
            }
        }
        if (!registered) {
            return Optional.empty();
        }
        return Optional.of(byJoinToken ? Attestation.JOIN_TOKEN : Attestation.ATTESTED);
    }
}
