package dev.curfew.identity;

import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.util.Optional;

/**
 * A dynamic relationship with another trust domain. Those in the server's configuration file are
 * not listed by SPIRE.
 *
 * @param endpointUrl where the other bundle is polled; https
 * @param profile how that endpoint is authenticated
 * @param bundle what was fetched last; empty if nothing yet
 */
public record FederationRelationship(
        TrustDomain trustDomain,
        String endpointUrl,
        Profile profile,
        Optional<TrustBundle> bundle) {

    public sealed interface Profile {
        /** By a web certificate. */
        record HttpsWeb() implements Profile {}

        /** By the SPIFFE ID of the endpoint; needs its bundle beforehand. */
        record HttpsSpiffe(SpiffeId endpointId) implements Profile {}
    }
}
