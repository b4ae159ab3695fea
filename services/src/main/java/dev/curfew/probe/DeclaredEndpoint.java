package dev.curfew.probe;

import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /**
     * Several, apart by commas or blanks.
     *
     * @param only whose endpoint one is that names no SPIFFE ID; empty: each has to name its own
     */
    public static Outcome<List<DeclaredEndpoint>> parseAll(String text, Optional<SpiffeId> only) {
        List<DeclaredEndpoint> all = new ArrayList<>();
        for (String one : text.strip().split("[,\\s]+")) {
            if (one.isEmpty()) {
                continue;
            }
            Outcome<DeclaredEndpoint> read =
                    only.isPresent() && one.indexOf('=') < 0
                            ? Endpoint.parse(one).map(at -> new DeclaredEndpoint(only.get(), at))
                            : parse(one);
            switch (read) {
                case Outcome.Ok<DeclaredEndpoint>(var endpoint) -> all.add(endpoint);
                case Outcome.Failed<DeclaredEndpoint>(var why) -> {
                    return Outcome.failed(why);
                }
            }
        }
        return Outcome.ok(List.copyOf(all));
    }

    /** As it is written. */
    @Override
    public String toString() {
        return id + "=" + endpoint;
    }
}
