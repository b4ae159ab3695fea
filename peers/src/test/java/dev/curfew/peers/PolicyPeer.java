package dev.curfew.peers;

import dev.curfew.connect.Secrets;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.Relationship;
import java.time.Instant;
import java.util.List;

/**
 * A policy backend that a contract is held against: a real one, or the lab's. It knows the model of
 * agents and delegations.
 */
interface PolicyPeer extends AutoCloseable {
    /** The key that a keyed peer asks for. */
    String KEY = "only-for-tests-of-this-checkout";

    Secrets SECRETS = (reference, purpose) -> Outcome.ok(KEY.toCharArray());

    /** How to get at an own, empty place in it; another one each time. */
    PolicyProfile fresh();

    /** Writes them into the newest place, around our client. */
    void write(List<Relationship> relationships);

    /** The relationship by which a hop of a delegation lasts until then. */
    Relationship lease(String delegation, Instant until);

    @Override
    void close();
}
