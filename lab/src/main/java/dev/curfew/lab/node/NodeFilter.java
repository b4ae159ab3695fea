package dev.curfew.lab.node;

import dev.curfew.lab.rpc.Refusal;
import dev.curfew.lab.rpc.SelectorSets;
import dev.curfew.wire.spire.agent.ListAgentsRequest;
import dev.curfew.wire.spire.types.Agent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which nodes a caller asks for; what is null or empty does not restrict. */
record NodeFilter(
        String attestationType,
        @Nullable SelectorSets selectors,
        @Nullable Boolean banned,
        @Nullable Boolean canReattest,
        @Nullable Instant expiresBefore) {

    static final NodeFilter NONE = new NodeFilter("", null, null, null, null);

    /**
     * Reads a filter.
     *
     * @param attempt what the caller wanted, for the text of a refusal
     */
    static NodeFilter of(ListAgentsRequest.Filter filter, String attempt) {
        return new NodeFilter(
                filter.getByAttestationType(),
                filter.hasBySelectorMatch() ? selectors(filter, attempt) : null,
                filter.hasByBanned() ? (Boolean) filter.getByBanned().getValue() : null,
                filter.hasByCanReattest() ? (Boolean) filter.getByCanReattest().getValue() : null,
                ExpiresBefore.parse(filter.getByExpiresBefore()).orElse(null));
    }

    private static SelectorSets selectors(ListAgentsRequest.Filter filter, String attempt) {
        var match = filter.getBySelectorMatch();
        try {
            SelectorSets.read(match.getSelectorsList());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("failed to parse selectors", e);
        }
        if (match.getSelectorsCount() == 0) {
            throw Refusal.internal(attempt + ": cannot list by empty selectors set");
        }
        return SelectorSets.of(match.getSelectorsList(), match.getMatch());
    }

    /** Whether a node takes up room in a page. */
    boolean counts(Agent agent) {
        return (attestationType.isEmpty() || attestationType.equals(agent.getAttestationType()))
                && (banned == null || banned == agent.getBanned())
                && (canReattest == null || canReattest == agent.getCanReattest())
                && (expiresBefore == null
                        || agent.getX509SvidExpiresAt() < expiresBefore.getEpochSecond())
                && (selectors == null || selectors.finds(agent.getSelectorsList()));
    }

    /** Whether a node that counts is also shown. */
    boolean shows(Agent agent) {
        return selectors == null || selectors.keeps(agent.getSelectorsList());
    }
}
