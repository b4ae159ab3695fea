package dev.curfew.probe;

import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.Optional;

/**
 * What an endpoint presented, checked against what is known. Immutable, without keys.
 *
 * @param at when it was seen, on our clock
 * @param serial of the certificate, decimal
 * @param authorityId lower-case hex subject key id of what signed it; empty: it does not say
 * @param tainted whether the bundle marks that authority
 * @param bundleReadAt age of the bundle that it was checked with, on our clock; empty: there is
 *     none
 */
public record Presented(
        Endpoint endpoint,
        Instant at,
        SpiffeId id,
        String serial,
        Instant notBefore,
        Instant notAfter,
        Optional<String> authorityId,
        Standing standing,
        boolean tainted,
        Acceptance acceptance,
        Optional<Instant> bundleReadAt) {

    /** Where the authority that signed it stands, by the servers that are connected. */
    public enum Standing {
        ACTIVE,
        PREPARED,
        OLD,
        /** In the bundle, and in no slot of a server that is connected. */
        OTHER,
        /** Neither in the bundle nor in a slot. */
        UNKNOWN
    }

    /** Whether a peer that has the newest bundle would let it in. */
    public enum Acceptance {
        ACCEPTED,
        EXPIRED,
        NOT_YET_VALID,
        /** Nothing in the bundle leads to it. */
        UNTRUSTED,
        /** No server of its trust domain is connected, or its bundle was not read. */
        NOT_CHECKED
    }
}
