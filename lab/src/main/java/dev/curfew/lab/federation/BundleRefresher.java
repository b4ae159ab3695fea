package dev.curfew.lab.federation;

import dev.curfew.lab.bundle.BundleStore;
import dev.curfew.lab.rpc.Refusal;
import dev.curfew.wire.spire.types.Bundle;
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
        var fetched =
                fetch(trustDomain)
                        .orElseThrow(() ->
                                Refusal.internal(
                                        "failed to refresh bundle: failed to fetch"
                                                + " federated bundle from endpoint: failed to"
                                                + " fetch bundle: Get \""
                                                + relationship.getBundleEndpointUrl()
                                                + "\": dial tcp: connection refused"));
        bundles.set(fetched);
    }

    /** Fetches all, as the server does every quarter of the refresh hint. */
    public void poll() {
        for (var trustDomain : relationships.trustDomains()) {
            fetch(trustDomain).ifPresent(bundles::set);
        }
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
