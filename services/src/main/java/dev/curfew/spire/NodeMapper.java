package dev.curfew.spire;

import dev.curfew.identity.Node;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.wire.spire.types.Agent;
import io.spiffe.spiffeid.SpiffeId;

/** Wire agents to our nodes. */
final class NodeMapper {
    private NodeMapper() {}

    static Outcome<Node> read(Agent wire, Ids ids) {
        return switch (ids.id(wire.getId())) {
            case Failed<SpiffeId>(var failure) ->
                    Outcome.failed(
                            Reason.UNREADABLE_ROWS,
                            "a node",
                            "SPIFFE ID " + failure.subject() + ": " + failure.detail());
            case Ok<SpiffeId>(var id) ->
                    Outcome.ok(
                            new Node(
                                    id,
                                    wire.getAttestationType(),
                                    wire.getX509SvidSerialNumber(),
                                    wire.getX509SvidExpiresAt(),
                                    ids.selectors(wire.getSelectorsList()),
                                    wire.getBanned(),
                                    wire.getCanReattest(),
                                    wire.getAgentVersion()));
        };
    }
}
