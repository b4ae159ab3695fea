package dev.curfew.views.overview;

import dev.curfew.estate.EntryView;
import dev.curfew.estate.NodeState;
import dev.curfew.estate.Notable;
import dev.curfew.estate.Notables;
import dev.curfew.estate.ServerEstate;
import dev.curfew.estate.TrustRow;
import dev.curfew.exposure.Facts;
import dev.curfew.exposure.Horizon;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the overview shows of one server at one moment. Immutable; making it takes a moment where
 * there are many entries.
 */
public record OverviewReport(
        ServerEstate server,
        Instant at,
        Figures figures,
        Horizon horizon,
        List<Notable> notables,
        List<TrustRow> authorities) {
    static final String LONG = "ttl>1h alias:false";

    /**
     * The numbers at the top.
     *
     * @param longestX509 the longest X.509 TTL of all workload entries, defaults included
     * @param authorityEnd of the active X.509 authority
     */
    public record Figures(
            int workloads,
            int shared,
            int overAnHour,
            Duration longestX509,
            int orphaned,
            int nodes,
            int banned,
            int stale,
            Optional<Instant> authorityEnd) {}

    /** Whether there are entries to count: what was never read counts as nothing, not as zero. */
    boolean entriesKnown() {
        return server.entries().isKnown() || !server.entries().value().entries().isEmpty();
    }

    static OverviewReport of(ServerEstate server, Instant now) {
        List<TrustRow> authorities = TrustRow.of(server.authorities().value());
        return new OverviewReport(
                server,
                now,
                figures(server, authorities, now),
                Horizon.of(
                        server.entries().value().entries(),
                        facts(server, authorities, now),
                        Horizon.MOMENTS),
                Notables.of(server, now),
                authorities);
    }

    private static Figures figures(ServerEstate server, List<TrustRow> authorities, Instant now) {
        EntryView view = server.entries().value();
        int workloads = 0;
        long longest = 0;
        long byDefault = server.profile().timings().defaultX509Ttl().toSeconds();
        for (RegistrationEntry entry : view.entries()) {
            if (!entry.isNodeAlias()) {
                workloads++;
                long ttl = entry.x509TtlSeconds() == 0 ? byDefault : entry.x509TtlSeconds();
                longest = Math.max(longest, ttl);
            }
        }
        int banned = 0;
        int stale = 0;
        for (Node node : server.nodes().value()) {
            NodeState state = NodeState.of(node, now);
            banned += state == NodeState.BANNED ? 1 : 0;
            stale += state == NodeState.STALE ? 1 : 0;
        }
        return new Figures(
                workloads,
                view.derived().map(derived -> derived.findings().sharedCount()).orElse(0),
                Notables.count(Notable.Place.ENTRIES, server, LONG, now),
                Duration.ofSeconds(longest),
                view.derived().map(derived -> derived.findings().orphanedCount()).orElse(0),
                server.nodes().value().size(),
                banned,
                stale,
                active(authorities, AuthoritySlots.Kind.X509).map(TrustRow::notAfter));
    }

    static Optional<TrustRow> active(List<TrustRow> authorities, AuthoritySlots.Kind kind) {
        return authorities.stream()
                .filter(row -> row.kind() == kind && row.slot() == TrustRow.SlotName.ACTIVE)
                .findFirst();
    }

    private static Facts facts(ServerEstate server, List<TrustRow> authorities, Instant now) {
        return new Facts(
                now,
                server.profile().timings(),
                Optional.empty(),
                Optional.empty(),
                latestEnd(authorities, AuthoritySlots.Kind.X509),
                latestEnd(authorities, AuthoritySlots.Kind.JWT),
                server.skew());
    }

    /** Of those that may have signed what is alive now, or may sign before the server stops. */
    private static Optional<Instant> latestEnd(
            List<TrustRow> authorities, AuthoritySlots.Kind kind) {
        return authorities.stream()
                .filter(row -> row.kind() == kind && row.inBundle())
                .map(TrustRow::notAfter)
                .max(Comparator.naturalOrder());
    }
}
