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
