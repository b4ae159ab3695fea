package dev.curfew.identity;

import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.util.List;

/**
 * What an operator may say of an entry: everything but what the server itself assigns. Units as in
 * RegistrationEntry.
 */
public record EntryDraft(
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
        long expiresAtSeconds) {

    public EntryDraft {
        selectors = List.copyOf(selectors);
        federatesWith = List.copyOf(federatesWith);
        dnsNames = List.copyOf(dnsNames);
    }

    /**
     * One with nothing beside it: no federation, no DNS names, no privilege, no end.
     *
     * @param x509Seconds 0: the server's default
     * @param jwtSeconds the same
     */
    public static EntryDraft plain(
            SpiffeId id,
            SpiffeId parent,
            List<Selector> selectors,
            int x509Seconds,
            int jwtSeconds) {
        return new EntryDraft(
                id,
                parent,
                selectors,
                x509Seconds,
                jwtSeconds,
                List.of(),
                List.of(),
                "",
                false,
                false,
                false,
                false,
                0);
    }

    public EntryDraft withTtls(int x509Seconds, int jwtSeconds) {
        return new EntryDraft(
                spiffeId,
                parentId,
                selectors,
                x509Seconds,
                jwtSeconds,
                federatesWith,
                dnsNames,
                hint,
                admin,
                downstream,
                storeSvid,
                prefetchDisabled,
                expiresAtSeconds);
    }

    public EntryDraft withExpiry(long epochSeconds) {
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
                epochSeconds);
    }
}
