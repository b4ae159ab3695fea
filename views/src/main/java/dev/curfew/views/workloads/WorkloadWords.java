package dev.curfew.views.workloads;

import dev.curfew.identity.Binding;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.Selector;
import dev.curfew.text.Durations;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parts of an entry as the window writes them. Any thread. */
final class WorkloadWords {
    private final Ui ui;

    WorkloadWords(Ui ui) {
        this.ui = ui;
    }

    String counted(int entries) {
        return ui.text(
                entries == 1 ? "workloads.countedOne" : "workloads.counted", Counts.of(entries));
    }

    String binding(Binding binding) {
        return ui.text(
                switch (binding) {
                    case PROCESS -> "workloads.bound.process";
                    case CONTAINER -> "workloads.bound.container";
                    case NODE -> "workloads.bound.node";
                    case UNKNOWN -> "workloads.bound.unknown";
                });
    }

    /** "15 m", or "default" where the server decides. */
    String ttl(Optional<Duration> set) {
        return set.map(Durations::display).orElseGet(() -> ui.text("workloads.ttl.default"));
    }

    /** Empty: not known yet, which is not the same as none. */
    String nodes(WorkloadRow row) {
        return row.nodes().isPresent()
                ? Counts.of(row.nodes().getAsInt())
                : ui.text("workloads.notYet");
    }

    /** "in 26 h", "ended 2 m ago", "never". */
    String expires(RegistrationEntry entry) {
        return entry.expiresAt()
                .map(at ->
                        at.isAfter(ui.ages().now())
                                ? ui.text("workloads.expires.in", ui.ages().until(at))
                                : ui.text("workloads.expires.past", ui.ages().since(at)))
                .orElseGet(() -> ui.text("workloads.expires.never"));
    }

    /** Both, where there is room: "in 26 h, 3 Oct 16:01". */
    String expiresInFull(RegistrationEntry entry) {
        return entry.expiresAt()
                .map(at -> ui.text("workloads.expires.full", expires(entry), ui.ages().at(at)))
                .orElseGet(() -> expires(entry));
    }

    String flags(List<Flag> flags) {
        return flags.stream()
                .map(flag -> ui.text(flag.textKey()))
                .collect(Collectors.joining(", "));
    }

    String created(RegistrationEntry entry) {
        return entry.createdAtSeconds() == 0
                ? ui.text("workloads.created.unknown")
                : ui.text(
                        "workloads.created.ago",
                        ui.ages().since(Instant.ofEpochSecond(entry.createdAtSeconds())));
    }

    static String selectors(RegistrationEntry entry) {
        return entry.selectors().stream().map(Selector::toString).collect(Collectors.joining(", "));
    }

    /** For files: as everybody reads it; empty where there is no such moment. */
    static String exported(long epochSeconds) {
        return epochSeconds == 0 ? "" : Instant.ofEpochSecond(epochSeconds).toString();
    }
}
