package dev.curfew.lab.federation;

import dev.curfew.lab.bundle.BundleStore;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.FederationRelationship;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Fetches the bundles of federated trust domains. The endpoints of the lab are function calls to
 * the other lab servers; nothing goes over a network. Any thread may call.
 */
public final class BundleRefresher {
    private static final long ENDPOINT_REFRESH_HINT_SECONDS = 300;

    private final RelationshipStore relationships;
    private final BundleStore bundles;
    private final Map<String, Supplier<Bundle>> endpoints = new ConcurrentHashMap<>();

    /** Keeps the bundles of a server fresh. */
    public BundleRefresher(RelationshipStore relationships, BundleStore bundles) {
        this.relationships = relationships;
        this.bundles = bundles;
    }

    /** Where to fetch the bundle of a trust domain. */
    public void endpoint(String trustDomain, Supplier<Bundle> endpoint) {
        endpoints.put(trustDomain, endpoint);
    }

    /** Fetches one bundle now. */
    void refresh(String trustDomain) {
        var relationship =
                relationships
                        .find(trustDomain)
                        .orElseThrow(() ->
                                Refusal.notFound(
                                        "no relationship with trust domain \"%s\""
                                                .formatted(trustDomain)));
        if (!canAuthenticate(relationship)) {
            throw Refusal.internal(
                    "failed to refresh bundle: can't perform SPIFFE Authentication: local copy of"
                            + " bundle not found");
        }
        var fetched = fetch(trustDomain).orElseThrow(() -> unreachable(relationship));
        bundles.set(fetched);
    }

    /** Fetches all, as the server does every quarter of the refresh hint. */
    public void poll() {
        for (var relationship : relationships.all()) {
            if (canAuthenticate(relationship)) {
                fetch(relationship.getTrustDomain()).ifPresent(bundles::set);
            }
        }
    }

    /** An endpoint with a SPIFFE ID can only be recognised by a bundle that is there already. */
    private boolean canAuthenticate(FederationRelationship relationship) {
        return !relationship.hasHttpsSpiffe()
                || bundles.find(
                                SpiffeId.parse(relationship.getHttpsSpiffe().getEndpointSpiffeId())
                                        .trustDomain())
                        .isPresent();
    }

    private static Refusal unreachable(FederationRelationship relationship) {
        var url = relationship.getBundleEndpointUrl();
        return Refusal.internal(
                "failed to refresh bundle: failed to fetch federated bundle from endpoint: failed"
                        + " to fetch bundle: Get \"%s\": dial tcp: lookup %s: no such host"
                                .formatted(url, URI.create(url).getHost()));
    }

    /** A bundle in the form it has at an endpoint: no marks of taint, no ends of keys, a hint. */
    private Optional<Bundle> fetch(String trustDomain) {
        return Optional.ofNullable(endpoints.get(trustDomain))
                .map(Supplier::get)
                .map(bundle -> {
                    var published =
                            bundle.toBuilder().setRefreshHint(ENDPOINT_REFRESH_HINT_SECONDS);
                    published
                            .getX509AuthoritiesBuilderList()
                            .forEach(authority -> authority.clearTainted());
                    published
                            .getJwtAuthoritiesBuilderList()
                            .forEach(key -> key.clearTainted().clearExpiresAt());
                    return published.build();
                });
    }
}
