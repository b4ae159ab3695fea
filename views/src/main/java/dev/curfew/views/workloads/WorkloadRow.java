package dev.curfew.views.workloads;

import dev.curfew.estate.EntryFindings;
import dev.curfew.identity.Binding;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.SpiffeIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list: a place in a snapshot, nothing more. Made for each use, any thread. Rows are
 * equal where they show the same: a table paints only what has changed, and a scan publishes the
 * rows that are on screen again with each page.
 */
record WorkloadRow(WorkloadSnapshot snapshot, int number) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkloadRow row
                && row.number == number
                && row.snapshot.sameBeyondRows(snapshot)
                && row.entry() == entry();
    }

    @Override
    public int hashCode() {
        return number;
    }

    RegistrationEntry entry() {
        return snapshot.entry(number);
    }

    /** The server's id of the entry, which outlives every change of it. */
    String key() {
        return entry().id();
    }

    String name() {
        return SpiffeIds.shortName(entry().spiffeId());
    }

    /** The path without its first slash; the trust domain where there is none. */
    String path() {
        String path = entry().spiffeId().getPath();
        return path.isEmpty() ? entry().spiffeId().getTrustDomain().getName() : path.substring(1);
    }

    Binding binding() {
        return Binding.of(entry().selectors());
    }

    Duration x509Ttl() {
        return entry().x509Ttl().orElse(snapshot.timings().defaultX509Ttl());
    }

    Duration jwtTtl() {
        return entry().jwtTtl().orElse(snapshot.timings().defaultJwtTtl());
    }

    /** Longer than what the server gives by itself. */
    boolean longX509() {
        return x509Ttl().compareTo(snapshot.timings().defaultX509Ttl()) > 0;
    }

    boolean longJwt() {
        return jwtTtl().compareTo(snapshot.timings().defaultJwtTtl()) > 0;
    }

    /** How many nodes serve it; empty: not known yet. */
    OptionalInt nodes() {
        return snapshot.nodes(entry());
    }

    List<Flag> flags() {
        RegistrationEntry entry = entry();
        List<Flag> flags = new ArrayList<>();
        add(flags, Flag.ADMIN, entry.admin());
        add(flags, Flag.INHERITS_ADMIN, finding(EntryFindings::inheritsAdmin));
        add(flags, Flag.DOWNSTREAM, entry.downstream());
        add(flags, Flag.SHARED, finding(EntryFindings::isShared));
        add(flags, Flag.ORPHAN, finding(EntryFindings::isOrphaned));
        add(flags, Flag.STORED, entry.storeSvid());
        add(flags, Flag.ALIAS, entry.isNodeAlias());
        return flags;
    }

    private boolean finding(BiPredicate<EntryFindings, Integer> finding) {
        return snapshot.findings().filter(all -> finding.test(all, number)).isPresent();
    }

    private static void add(List<Flag> flags, Flag flag, boolean on) {
        if (on) {
            flags.add(flag);
        }
    }
}
