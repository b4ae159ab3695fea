package dev.curfew.views.nodes;

import dev.curfew.estate.EntryView;
import dev.curfew.estate.ExposureFacts;
import dev.curfew.estate.ServedCounts;
import dev.curfew.estate.ServerEstate;
import dev.curfew.exposure.Exposure;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the details say of one node. Made away from the JavaFX thread; immutable.
 *
 * @param served what it may hand out; empty while not all entries were read
 */
record NodeFacts(NodeRow row, ServerEstate server, Optional<Served> served) {

    /**
     * What follows from all entries together.
     *
     * @param aliases the alias entries that it matches
     * @param elsewhere how many of the entries other nodes serve, too
     */
    record Served(
            List<RegistrationEntry> entries, List<RegistrationEntry> aliases, int elsewhere) {}

    /** Takes its time where there are many entries. */
    static NodeFacts of(NodeRow row, ServerEstate server) {
        EntryView view = server.entries().value();
        return new NodeFacts(
                row, server, view.derived().map(derived -> served(row.node(), derived)));
    }

    private static Served served(Node node, EntryView.Derived derived) {
        List<RegistrationEntry> entries = derived.entitlements().entriesOf(node);
        ServedCounts counts = new ServedCounts(derived);
        long elsewhere = entries.stream().filter(entry -> counts.nodesOf(entry) > 1).count();
        return new Served(entries, derived.entitlements().aliasesOf(node), (int) elsewhere);
    }

    Node node() {
        return row.node();
    }

    /** What a ban at this moment would end, and when; empty while it is not known what is hit. */
    Optional<ExposureBound> ifBanned(Instant now) {
        return served.map(known ->
                Exposure.ban(
                        ExposureFacts.of(
                                server,
                                now,
                                known.entries().stream()
                                        .mapToInt(RegistrationEntry::x509TtlSeconds),
                                known.entries().stream()
                                        .mapToInt(RegistrationEntry::jwtTtlSeconds))));
    }
}
