package dev.curfew.app.cli.check;

import dev.curfew.connect.ClockSkew;
import dev.curfew.estate.EntryFindings;
import dev.curfew.estate.EntryView;
import dev.curfew.estate.Link;
import dev.curfew.estate.NodeState;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What a check found.
 *
 * @param clock empty: not asked for
 * @param problem why not everything could be read
 */
record CheckReport(
        ServerEstate server,
        Optional<Outcome<ClockSkew>> clock,
        Optional<Failure> problem,
        Instant now) {

    /** Of the quickest probe, because the first call of a process is slow for its own reasons. */
    Duration latency() {
        return server.capabilities()
                .flatMap(found -> found.identification().roundTrip())
                .orElseGet(() ->
                        server.link() instanceof Link.Up(var first, _) ? first : Duration.ZERO);
    }

    int entries() {
        return server.entries().value().entries().size();
    }

    long admins() {
        return server.entries().value().entries().stream().filter(entry -> entry.admin()).count();
    }

    int finding(ToIntFunction<EntryFindings> count) {
        return server.entries()
                .value()
                .derived()
                .map(EntryView.Derived::findings)
                .map(count::applyAsInt)
                .orElse(0);
    }

    long nodes(NodeState state) {
        return server.nodes().value().stream()
                .filter(node -> NodeState.of(node, now) == state)
                .count();
    }
}
