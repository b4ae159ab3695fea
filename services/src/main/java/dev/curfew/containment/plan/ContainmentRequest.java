package dev.curfew.containment.plan;

import dev.curfew.containment.Strength;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.probe.DeclaredEndpoint;
import java.util.List;
import java.util.Optional;

/**
 * What an operator asks for.
 *
 * @param connections on which servers; the ones to write through first
 * @param endpoints where its targets are called, as far as the operator says
 */
public record ContainmentRequest(
        ContainmentTarget target,
        Strength strength,
        Options options,
        List<String> connections,
        List<DeclaredEndpoint> endpoints) {
    public ContainmentRequest {
        connections = List.copyOf(connections);
        endpoints = List.copyOf(endpoints);
    }

    /** Without endpoints. */
    public ContainmentRequest(
            ContainmentTarget target,
            Strength strength,
            Options options,
            List<String> connections) {
        this(target, strength, options, connections, List.of());
    }

    /**
     * What can be chosen within a strength.
     *
     * @param x509Seconds TTL that Tighten sets; empty: as it is
     * @param jwtSeconds the same for JWT
     * @param expiresAtSeconds expiry that Tighten sets, seconds since 1970; empty: as it is
     * @param banNodes whether Contain also bans the nodes that serve the entries
     */
    public record Options(
            Optional<Integer> x509Seconds,
            Optional<Integer> jwtSeconds,
            Optional<Long> expiresAtSeconds,
            boolean banNodes) {
        /** Five minutes and one, no expiry, no ban. */
        public static final Options USUAL =
                new Options(Optional.of(300), Optional.of(60), Optional.empty(), false);

        public Options withBan(boolean ban) {
            return new Options(x509Seconds, jwtSeconds, expiresAtSeconds, ban);
        }
    }

    public ContainmentRequest with(Strength other) {
        return new ContainmentRequest(target, other, options, connections, endpoints);
    }

    public ContainmentRequest with(Options other) {
        return new ContainmentRequest(target, strength, other, connections, endpoints);
    }

    public ContainmentRequest on(List<String> others) {
        return new ContainmentRequest(target, strength, options, others, endpoints);
    }
}
