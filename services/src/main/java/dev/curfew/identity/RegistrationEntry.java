package dev.curfew.identity;

import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * SPIRE's rule that lets a workload have an identity. Times and TTLs are kept as the server's own
 * numbers, because a console holds a hundred thousand of these.
 *
 * @param id the server's id of the entry; any text of at most 255 characters
 * @param x509TtlSeconds 0 = the server's default
 * @param jwtTtlSeconds 0 = the server's default
 * @param expiresAtSeconds seconds since 1970; 0 = never
 * @param revision raised by one on every update call
 * @param createdAtSeconds seconds since 1970; 0 = a server older than 1.6.3
 */
public record RegistrationEntry(
        String id,
        SpiffeId spiffeId,
        SpiffeId parentId,
        List<Selector> selectors,
        int x509TtlSeconds,
        int jwtTtlSeconds,
        List<TrustDomain> federatesWith,
        List<String> dnsNames,
        String hint,
        boolean admin,
        boolean downstream,
        boolean storeSvid,
        boolean prefetchDisabled,
        long expiresAtSeconds,
        long revision,
        long createdAtSeconds) {

    public RegistrationEntry {
        selectors = List.copyOf(selectors);
        federatesWith = List.copyOf(federatesWith);
        dnsNames = List.copyOf(dnsNames);
    }

    /** Empty: the server's default applies. */
    public Optional<Duration> x509Ttl() {
        return x509TtlSeconds == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(x509TtlSeconds));
    }

    /** Empty: the server's default applies. */
    public Optional<Duration> jwtTtl() {
        return jwtTtlSeconds == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(jwtTtlSeconds));
    }

    /** Empty: it does not expire. */
    public Optional<Instant> expiresAt() {
        return expiresAtSeconds == 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(expiresAtSeconds));
    }

    /** An alias entry names a group of nodes; agents do not issue its identity to workloads. */
    public boolean isNodeAlias() {
        return SpiffeIds.isServer(parentId);
    }

    public EntryDraft toDraft() {
        return new EntryDraft(
                spiffeId,
                parentId,
                selectors,
                x509TtlSeconds,
                jwtTtlSeconds,
                federatesWith,
                dnsNames,
                hint,
                admin,
                downstream,
                storeSvid,
                prefetchDisabled,
                expiresAtSeconds);
    }
}
