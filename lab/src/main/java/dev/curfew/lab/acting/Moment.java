package dev.curfew.lab.acting;

import dev.curfew.lab.spiffe.SpiffeId;
import java.time.Instant;

/**
 * Something that happened to one that acts.
 *
 * @param at when it was seen; the end of a credential to the second
 * @param kind what
 * @param who to whom
 */
public record Moment(Instant at, Kind kind, SpiffeId who) {
    /** What can happen. */
    public enum Kind {
        /** The server has no entry any more that entitles it. */
        ENTRY_GONE,
        /** The server has one again. */
        ENTRY_BACK,
        /** Its node was banned. */
        NODE_BANNED,
        /** The SPIRE agent of its node has nothing for it any more. */
        AGENT_KNOWS,
        /** Its last certificate is dead. */
        X509_DIED,
        /** Its last token is dead. */
        JWT_DIED
    }
}
