package dev.curfew.probe;

import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;

/** Where an operator says that an identity is called: SPIRE knows no addresses of workloads. */
public record DeclaredEndpoint(SpiffeId id, Endpoint endpoint) {
    /** INVALID_INPUT or INVALID_SPIFFE_ID for anything but {@code SPIFFE_ID=host:port}. */
    public static Outcome<DeclaredEndpoint> parse(String text) {
        int equals = text.lastIndexOf('=');
        if (equals < 0) {
            return Outcome.failed(
                    Reason.INVALID_INPUT,
                    "the endpoint '" + text + "'",
                    "it is written as SPIFFE_ID=host:port");
        }
        return SpiffeIds.parse(text.substring(0, equals))
                .then(id ->
                        Endpoint.parse(text.substring(equals + 1))
                                .map(endpoint -> new DeclaredEndpoint(id, endpoint)));
    }

    /** As it is written. */
    @Override
    public String toString() {
        return id + "=" + endpoint;
    }
}
