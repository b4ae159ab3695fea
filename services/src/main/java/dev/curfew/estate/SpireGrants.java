package dev.curfew.estate;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantLever;
import dev.curfew.delegation.Hop;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Source;
import dev.curfew.delegation.Validity;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.SpiffeIds;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * SPIRE's own chains: what stands above an identity, which nodes form a group, who may mint
 * identities, and which trust domains trust each other. Only of what has been read whole.
 */
public final class SpireGrants {
    private final ServerEstate server;
    private final Set<SpiffeId> nodes;
    private final List<Grant> grants = new ArrayList<>();

    private SpireGrants(ServerEstate server) {
        this.server = server;
        this.nodes = server.nodes().value().stream().map(Node::id).collect(Collectors.toSet());
    }

    public static List<Grant> of(Estate estate) {
        return estate.servers().stream()
                .flatMap(server -> new SpireGrants(server).all().stream())
                .toList();
    }

    private List<Grant> all() {
        Optional<Instant> readAt = server.entries().readAt();
        Optional<EntryView.Derived> derived = server.entries().value().derived();
        if (readAt.isPresent() && derived.isPresent()) {
            EntryIndex index = derived.get().index();
            index.entries().forEach(entry -> entry(entry, index, readAt.get()));
            server.nodes()
                    .value()
                    .forEach(node ->
                            derived.get()
                                    .entitlements()
                                    .aliasesOf(node)
                                    .forEach(alias -> alias(node, alias, readAt.get())));
        }
        server.federation()
                .readAt()
                .ifPresent(at -> server.federation().value().forEach(to -> federation(to, at)));
        return grants;
    }

    private void entry(RegistrationEntry entry, EntryIndex index, Instant readAt) {
        Party workload = Party.agent(entry.spiffeId().toString());
        if (!entry.isNodeAlias()) {
            add(
                    Grant.Kind.PARENT,
                    above(entry.parentId(), index),
                    workload,
                    entry,
                    readAt,
                    GrantLever.DELETE_ENTRY);
        }
        if (entry.downstream()) {
            add(
                    Grant.Kind.DOWNSTREAM,
                    authority(entry.spiffeId().getTrustDomain()),
                    workload,
                    entry,
                    readAt,
                    GrantLever.DELETE_ENTRY);
        }
        for (TrustDomain other : entry.federatesWith()) {
            add(
                    Grant.Kind.FEDERATES,
                    workload,
                    Party.of(Party.Kind.TRUST_DOMAIN, other.getName()),
                    entry,
                    readAt,
                    GrantLever.DELETE_ENTRY);
        }
    }

    private Party above(SpiffeId parent, EntryIndex index) {
        if (nodes.contains(parent)) {
            return Party.of(Party.Kind.NODE, parent.toString());
        }
        if (SpiffeIds.isServer(parent)) {
            return authority(parent.getTrustDomain());
        }
        boolean alias =
                index.withIdentity(parent).stream().anyMatch(RegistrationEntry::isNodeAlias);
        return alias
                ? Party.of(Party.Kind.NODE_ALIAS, parent.toString())
                : Party.agent(parent.toString());
    }

    private static Party authority(TrustDomain trustDomain) {
        return Party.of(Party.Kind.AUTHORITY, SpiffeIds.server(trustDomain).toString());
    }

    private void add(
            Grant.Kind kind,
            Party from,
            Party to,
            RegistrationEntry entry,
            Instant readAt,
            GrantLever... levers) {
        // An entry's end is when SPIRE stops issuing, not when what it issued ends.
        End end = entry.expiresAt().<End>map(End::at).orElse(End.NEVER);
        grants.add(
                new Grant(
                        server.name() + " entry " + entry.id() + " " + kind + " " + to.display(),
                        kind,
                        from,
                        to,
                        kind.name().toLowerCase(java.util.Locale.ROOT),
                        Hop.UNKNOWN.with(Validity.until(end)).endedBy(levers),
                        Source.observed(Source.Kind.ENTRY, server.name(), entry.id(), readAt)));
    }

    private void alias(Node node, RegistrationEntry alias, Instant readAt) {
        Validity validity =
                node.banned()
                        ? Validity.withdrawn(End.UNKNOWN)
                        : Validity.until(alias.expiresAt().<End>map(End::at).orElse(End.NEVER));
        grants.add(
                new Grant(
                        server.name() + " alias " + alias.id() + " " + node.id(),
                        Grant.Kind.ALIAS,
                        Party.of(Party.Kind.NODE, node.id().toString()),
                        Party.of(Party.Kind.NODE_ALIAS, alias.spiffeId().toString()),
                        "alias",
                        Hop.UNKNOWN
                                .with(validity)
                                .endedBy(GrantLever.BAN_NODE, GrantLever.DELETE_ENTRY),
                        Source.observed(Source.Kind.ENTRY, server.name(), alias.id(), readAt)));
    }

    private void federation(FederationRelationship other, Instant readAt) {
        server.trustDomain()
                .ifPresent(own ->
                        grants.add(
                                new Grant(
                                        server.name() + " federation " + other.trustDomain(),
                                        Grant.Kind.FEDERATES,
                                        Party.of(Party.Kind.TRUST_DOMAIN, own.getName()),
                                        Party.of(
                                                Party.Kind.TRUST_DOMAIN,
                                                other.trustDomain().getName()),
                                        "federates",
                                        Hop.UNKNOWN
                                                .with(Validity.LASTING)
                                                .endedBy(GrantLever.END_FEDERATION),
                                        Source.observed(
                                                Source.Kind.FEDERATION,
                                                server.name(),
                                                other.trustDomain().getName(),
                                                readAt))));
    }
}
