package dev.curfew.timing;

import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.connect.TimingValue.Source;
import dev.curfew.estate.AuthorityView;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.Node;
import dev.curfew.identity.TrustBundle.X509Authority;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Timings read off what a server gave. Pure.
 *
 * @param values those that are known now
 * @param nodesAtLeast how long a node's own SVID lives at least; by default the same as {@code
 *     default_x509_svid_ttl}, and just after an attestation exactly its {@code agent_ttl}
 */
public record LearnedTimings(Map<Timing, TimingValue> values, Optional<Duration> nodesAtLeast) {
    public static final LearnedTimings NONE = new LearnedTimings(Map.of(), Optional.empty());

    /** SPIRE dates certificates back by that much. */
    static final Duration CUSHION = Duration.ofSeconds(10);

    public LearnedTimings {
        values = Map.copyOf(values);
    }

    /** What the last readings tell, without asking for anything. */
    public static LearnedTimings of(ServerEstate server) {
        Map<Timing, TimingValue> values = new EnumMap<>(Timing.class);
        AuthorityView authorities = server.authorities().value();
        server.authorities()
                .readAt()
                .ifPresent(readAt ->
                        activeRoot(authorities)
                                .map(LearnedTimings::life)
                                .ifPresent(life ->
                                        values.put(
                                                Timing.CA_TTL, TimingValue.learned(life, readAt))));
        Optional<Duration> nodes =
                server.nodes()
                        .readAt()
                        .flatMap(readAt ->
                                server.nodes().value().stream()
                                        .map(node -> left(node, readAt))
                                        .filter(Duration::isPositive)
                                        .max(Duration::compareTo));
        return new LearnedTimings(values, nodes);
    }

    /** Only of one that is its own root: another's life is cut by who signed it. */
    private static Optional<X509Authority> activeRoot(AuthorityView authorities) {
        return authorities
                .x509()
                .flatMap(AuthoritySlots::active)
                .filter(slot -> slot.upstreamSubjectKeyId().isEmpty())
                .flatMap(slot ->
                        authorities.x509Authorities().stream()
                                .filter(root -> root.subjectKeyId().equals(slot.authorityId()))
                                .findFirst());
    }

    private static Duration life(X509Authority root) {
        return Duration.between(root.notBefore(), root.notAfter()).minus(CUSHION);
    }

    private static Duration left(Node node, Instant readAt) {
        return Duration.between(readAt, Instant.ofEpochSecond(node.expiresAtSeconds()));
    }

    /** With what a probe found. */
    public LearnedTimings and(Map<Timing, TimingValue> probed) {
        Map<Timing, TimingValue> all = new EnumMap<>(Timing.class);
        all.putAll(values);
        all.putAll(probed);
        return new LearnedTimings(all, nodesAtLeast);
    }

    /** The timings with everything learned in place of what was assumed, declared or learned. */
    public ServerTimings over(ServerTimings timings) {
        ServerTimings changed = timings;
        for (var each : values.entrySet()) {
            changed = changed.with(each.getKey(), each.getValue());
        }
        return changed;
    }

    /** Whether an operator declared something else than the server shows. */
    public boolean contradicts(ServerTimings timings, Timing timing) {
        TimingValue known = timings.of(timing);
        TimingValue learned = values.get(timing);
        return learned != null
                && known.source() == Source.DECLARED
                && !known.value().equals(learned.value());
    }

    /** Whether nodes live longer than the server's default, which then is longer or not theirs. */
    public boolean nodesOutlive(ServerTimings timings) {
        return nodesAtLeast
                .filter(life -> life.compareTo(timings.defaultX509Ttl()) > 0)
                .isPresent();
    }
}
