package dev.curfew.lab.acting;

import dev.curfew.lab.acting.Moment.Kind;
import dev.curfew.lab.agent.Credential;
import dev.curfew.lab.agent.Workload;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks what has happened to those that act, and remembers it. Any thread may call. */
final class Watch {
    private static final int KEPT = 500;

    private final InstantSource clock;
    private final Deque<Moment> moments = new ArrayDeque<>();
    private final Map<Workload, Set<Kind>> holding = new HashMap<>();

    Watch(InstantSource clock) {
        this.clock = clock;
    }

    /** Looks once. */
    synchronized void look(Iterable<Workload> workloads, Entitlements entitlements) {
        for (var workload : workloads) {
            var now = clock.instant();
            var who = workload.id();
            var entitled = entitlements.has(who);
            become(workload, Kind.NODE_BANNED, entitlements.isBanned(who), now);
            var wasGone = holds(workload, Kind.ENTRY_GONE);
            // A ban is told as a ban.
            become(workload, Kind.ENTRY_GONE, !entitled && !entitlements.isBanned(who), now);
            if (wasGone && entitled) {
                add(new Moment(now, Kind.ENTRY_BACK, who));
            }
            var lost = workload.lostAt();
            become(workload, Kind.AGENT_KNOWS, lost.isPresent(), lost.orElse(now));
            died(workload, Credential.Kind.X509, Kind.X509_DIED, now);
            died(workload, Credential.Kind.JWT, Kind.JWT_DIED, now);
        }
    }

    private void died(Workload workload, Credential.Kind what, Kind kind, Instant now) {
        var last = lastEnd(workload, what);
        become(workload, kind, last.isPresent() && !last.get().isAfter(now), last.orElse(now));
    }

    private static Optional<Instant> lastEnd(Workload workload, Credential.Kind what) {
        return workload.got().stream()
                .filter(credential -> credential.kind() == what)
                .map(Credential::until)
                .max(Comparator.naturalOrder());
    }

    private boolean holds(Workload workload, Kind kind) {
        return holding.getOrDefault(workload, Set.of()).contains(kind);
    }

    private void become(Workload workload, Kind kind, boolean is, Instant at) {
        var kinds = holding.computeIfAbsent(workload, any -> EnumSet.noneOf(Kind.class));
        if (!is) {
            kinds.remove(kind);
        } else if (kinds.add(kind)) {
            add(new Moment(at, kind, workload.id()));
        }
    }

    private void add(Moment moment) {
        moments.add(moment);
        if (moments.size() > KEPT) {
            moments.remove();
        }
    }

    synchronized List<Moment> all() {
        return List.copyOf(moments);
    }
}
