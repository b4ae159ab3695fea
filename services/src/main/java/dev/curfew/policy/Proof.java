package dev.curfew.policy;

import java.util.Optional;

/**
 * What asking again showed after a change, with the strongest consistency.
 *
 * @param standing the relationship as it reads back; empty: it is not there
 * @param decision what the backend now decides about it
 */
public record Proof(Verdict verdict, Optional<Relationship> standing, Decision decision) {
    public enum Verdict {
        /** It is as wanted, and the backend decides so. */
        CONFIRMED,
        /** It reads back otherwise than wanted. */
        CONTRADICTED,
        /** It is as wanted, and access remains by another way. */
        STILL_ALLOWED,
        /** It is as wanted; the backend came to no decision about it. */
        UNPROVED
    }
}
