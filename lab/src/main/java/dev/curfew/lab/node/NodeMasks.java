package dev.curfew.lab.node;

import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.AgentMask;

/** Masks of nodes. */
final class NodeMasks {
    private NodeMasks() {}

    /** Leaves the ID and what the mask names; everything without a mask. */
    static Agent show(Agent agent, boolean masked, AgentMask mask) {
        if (!masked) {
            return agent;
        }
        var shown = agent.toBuilder();
        if (!mask.getAttestationType()) {
            shown.clearAttestationType();
        }
        if (!mask.getX509SvidSerialNumber()) {
            shown.clearX509SvidSerialNumber();
        }
        if (!mask.getX509SvidExpiresAt()) {
            shown.clearX509SvidExpiresAt();
        }
        if (!mask.getSelectors()) {
            shown.clearSelectors();
        }
        if (!mask.getBanned()) {
            shown.clearBanned();
        }
        if (!mask.getCanReattest()) {
            shown.clearCanReattest();
        }
        if (!mask.getAgentVersion()) {
            shown.clearAgentVersion();
        }
        return shown.build();
    }
}
