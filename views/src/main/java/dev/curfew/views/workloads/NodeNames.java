package dev.curfew.views.workloads;

import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.HostNames;
import dev.curfew.identity.SpiffeIds;
import io.spiffe.spiffeid.SpiffeId;

/** What a parent is called: a machine's own name where it is a node. */
record NodeNames(ServerEstate server) {
    String of(SpiffeId id) {
        return server.nodes().value().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .map(HostNames::orShortName)
                .orElseGet(() -> SpiffeIds.shortName(id));
    }
}
