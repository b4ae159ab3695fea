package dev.curfew.views.workloads;

import dev.curfew.connect.ServerTimings;
import dev.curfew.estate.EntryFindings;
import dev.curfew.estate.EntryView;
import dev.curfew.estate.ServedCounts;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.RegistrationEntry;
import java.util.Optional;
import java.util.OptionalInt;

/** One reading of a server's entries, shared by all its rows. Any thread. */
final class WorkloadSnapshot {
    private final EntryView view;
    private final ServerTimings timings;
    private final Optional<EntryFindings> findings;
    private final Optional<ServedCounts> counts;

    WorkloadSnapshot(ServerEstate server) {
        view = server.entries().value();
        timings = server.profile().timings();
        findings = view.derived().map(EntryView.Derived::findings);
        counts = view.derived().map(ServedCounts::new);
    }

    RegistrationEntry entry(int number) {
        return view.entries().get(number);
    }

    /**
     * Whether all that a row shows besides its entry is the same, and its entry may be compared.
     */
    boolean sameBeyondRows(WorkloadSnapshot other) {
        return other == this
                || findings.isEmpty() && other.findings.isEmpty() && timings.equals(other.timings);
    }

    ServerTimings timings() {
        return timings;
    }

    /** Empty while not everything was read: half the entries would give wrong answers. */
    Optional<EntryFindings> findings() {
        return findings;
    }

    OptionalInt nodes(RegistrationEntry entry) {
        return counts.map(known -> OptionalInt.of(known.nodesOf(entry)))
                .orElse(OptionalInt.empty());
    }
}
