package dev.curfew.containment.sever;

import dev.curfew.estate.ServerEstate;
import dev.curfew.estate.TrustRow;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a node's certificate is certainly of an authority after those that are to go. No call of
 * SPIRE tells who signed it; its end does. Nothing that an authority signs outlives it, and a
 * server stops signing with one, by the calendar, when a sixth of its life is left, at the most
 * seven days. Pure.
 *
 * @param ends when the authorities that are to go end, the last of them
 * @param replacedBy when the last of them signed no more; empty: not known
 * @param life of a node's certificate, at the least; nodes renew at half of it
 */
public record Succession(
        Optional<Instant> ends, Optional<Instant> replacedBy, Duration life, Instant now) {
    private static final Duration LONGEST_LEAD = Duration.ofDays(7);

    /** A server looks each ten seconds; the rest is for one that was busy. */
    private static final Duration LATE = Duration.ofMinutes(10);

    /**
     * @param retiring ids of what is to go; empty: the active ones, which have no later ones yet
     */
    public static Succession of(
            Collection<ServerEstate> servers, Set<String> retiring, Instant now) {
        List<TrustRow> rows =
                servers.stream()
                        .flatMap(server -> TrustRow.of(server.authorities().value()).stream())
                        .filter(row -> row.kind() == Kind.X509)
                        .filter(row ->
                                retiring.contains(row.id())
                                        || retiring.contains(row.upstreamSubjectKeyId()))
                        .toList();
        List<Instant> replaced = new ArrayList<>();
        rows.forEach(row -> replacedBy(row).ifPresent(replaced::add));
        return new Succession(
                rows.stream().map(TrustRow::notAfter).max(Comparator.naturalOrder()),
                replaced.size() == rows.size()
                        ? replaced.stream().max(Comparator.naturalOrder())
                        : Optional.empty(),
                life(servers, now),
                now);
    }

    private static Optional<Instant> replacedBy(TrustRow row) {
        return row.notBefore()
                .map(from -> {
                    Duration sixth = Duration.between(from, row.notAfter()).dividedBy(6);
                    Duration lead = sixth.compareTo(LONGEST_LEAD) < 0 ? sixth : LONGEST_LEAD;
                    return row.notAfter().minus(lead).plus(LATE);
                });
    }

    /** What is set may be wrong; no certificate has more left than its whole life. */
    private static Duration life(Collection<ServerEstate> servers, Instant now) {
        Duration longest = Duration.ZERO;
        for (ServerEstate server : servers) {
            longest = longer(longest, server.profile().timings().defaultX509Ttl());
            for (Node node : server.nodes().value()) {
                if (!node.banned()) {
                    longest = longer(longest, Duration.between(now, node.expiresAt()));
                }
            }
        }
        return longest;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** False where it is not certain. */
    public boolean isOfALaterOne(Node node) {
        if (ends.isEmpty()) {
            return false;
        }
        if (node.expiresAt().isAfter(ends.get())) {
            return true;
        }
        // One that does not renew in time says nothing by its end: its life may be another.
        Duration left = Duration.between(now, node.expiresAt());
        boolean renews = left.compareTo(life.multipliedBy(2).dividedBy(5)) >= 0;
        Instant signedAfter = node.expiresAt().minus(life.multipliedBy(2));
        return renews && replacedBy.filter(signedAfter::isAfter).isPresent();
    }
}
