package dev.curfew.peers.experiment;

/** What is done to an identity. */
public enum Deed {
    DELETE,
    SHORTEN,
    /** An update that changes nothing about issuing: the bound holds for what was issued before. */
    UPDATE,
    /** Takes the server's tick, minutes: not in a short run. */
    EXPIRE,
    BAN,
    /** Of a node that needs a new token to come back. */
    EVICT_TOKEN,
    /** Of a node that comes back by itself: claims no bound. */
    EVICT;

    /** It concerns a node, and so needs one of its own. */
    boolean isOfNode() {
        return this == BAN || this == EVICT_TOKEN || this == EVICT;
    }
}
