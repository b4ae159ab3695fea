package dev.curfew.probe;

import dev.curfew.connect.Certificates;
import io.spiffe.spiffeid.SpiffeId;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Certificates that an endpoint presented, as it presented them: nothing here is verified.
 *
 * @param at when they were seen, on our clock
 * @param chain the leaf first; never empty
 * @param id that the leaf names
 */
public record PresentedChain(
        Endpoint endpoint, Instant at, List<X509Certificate> chain, SpiffeId id) {
    public PresentedChain {
        chain = List.copyOf(chain);
    }

    X509Certificate leaf() {
        return chain.getFirst();
    }

    /** In decimal, as SPIRE tells serials. */
    String serial() {
        return leaf().getSerialNumber().toString();
    }

    Instant notBefore() {
        return leaf().getNotBefore().toInstant();
    }

    Instant notAfter() {
        return leaf().getNotAfter().toInstant();
    }

    Optional<String> authorityId() {
        return Certificates.authorityKeyId(leaf());
    }
}
