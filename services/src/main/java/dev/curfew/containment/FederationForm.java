package dev.curfew.containment;

import dev.curfew.bundle.GivenBundle;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.FederationRelationship;
import dev.curfew.identity.FederationRelationship.Profile;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A federation as it is typed. Immutable.
 *
 * @param spiffe whether the endpoint is authenticated by its SPIFFE ID, else by a web certificate
 * @param endpointId its SPIFFE ID; only read where {@code spiffe}
 * @param bundle to know the endpoint by at first, as far as it could be read; empty: none is given;
 *     only taken where {@code spiffe}
 */
public record FederationForm(
        String trustDomain,
        String url,
        boolean spiffe,
        String endpointId,
        Optional<Outcome<GivenBundle>> bundle) {
    /** The fields that can be wrong. */
    public enum Field {
        TRUST_DOMAIN,
        URL,
        ENDPOINT_ID,
        BUNDLE
    }

    /** What became of the typed words. */
    public sealed interface Parsed {
        record Good(FederationRelationship relationship) implements Parsed {}

        record Wrong(Map<Field, Failure> issues) implements Parsed {
            public Wrong {
                issues = Map.copyOf(issues);
            }
        }
    }

    public Parsed parse(ServerEstate server) {
        Map<Field, Failure> issues = new EnumMap<>(Field.class);
        Optional<TrustDomain> peer =
                value(Field.TRUST_DOMAIN, SpiffeIds.parseTrustDomain(trustDomain.strip()), issues);
        peer.flatMap(td -> wrongPeer(td, server))
                .ifPresent(why -> issues.put(Field.TRUST_DOMAIN, why));
        if (!isHttps(url.strip())) {
            issues.put(
                    Field.URL,
                    new Failure(
                            Reason.INVALID_INPUT,
                            url.strip(),
                            "a bundle endpoint is an https URL"));
        }
        Optional<SpiffeId> endpoint =
                spiffe
                        ? value(Field.ENDPOINT_ID, SpiffeIds.parse(endpointId.strip()), issues)
                        : Optional.empty();
        Optional<GivenBundle> given =
                bundle.filter(_ -> spiffe).flatMap(outcome -> value(Field.BUNDLE, outcome, issues));
        given.flatMap(it -> peer.flatMap(td -> notOf(td, it)))
                .ifPresent(why -> issues.put(Field.BUNDLE, why));
        return issues.isEmpty() && peer.isPresent()
                ? new Parsed.Good(
                        new FederationRelationship(
                                peer.get(),
                                url.strip(),
                                endpoint.<Profile>map(Profile.HttpsSpiffe::new)
                                        .orElseGet(Profile.HttpsWeb::new),
                                given.map(it -> it.of(peer.get()))))
                : new Parsed.Wrong(issues);
    }

    private static Optional<Failure> wrongPeer(TrustDomain peer, ServerEstate server) {
        if (server.trustDomain().filter(peer::equals).isPresent()) {
            return Optional.of(
                    new Failure(
                            Reason.INVALID_INPUT,
                            peer.getName(),
                            "a server does not federate with its own trust domain"));
        }
        return server.federation().value().stream()
                .filter(known -> known.trustDomain().equals(peer))
                .findFirst()
                .map(known ->
                        new Failure(
                                Reason.ALREADY_EXISTS,
                                "the federation with " + peer.getName(),
                                known.endpointUrl()));
    }

    /** Roots of one domain under the name of another would let the one speak for the other. */
    private static Optional<Failure> notOf(TrustDomain peer, GivenBundle bundle) {
        return bundle.named().stream()
                .filter(named -> !named.equals(peer))
                .findFirst()
                .map(named ->
                        new Failure(
                                Reason.INVALID_INPUT,
                                peer.getName(),
                                "the bundle is of "
                                        + named.getName()
                                        + ", and not of "
                                        + peer.getName()));
    }

    private static <T> Optional<T> value(
            Field field, Outcome<T> outcome, Map<Field, Failure> issues) {
        return switch (outcome) {
            case Ok<T>(var value) -> Optional.of(value);
            case Failed<T>(var why) -> {
                issues.put(field, why);
                yield Optional.empty();
            }
        };
    }

    static boolean isHttps(String url) {
        try {
            URI uri = URI.create(url);
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
