package dev.curfew.lab.agent;

import dev.curfew.lab.authority.X509Authorities;
import dev.curfew.wire.spire.types.Bundle;
import dev.curfew.wire.spire.types.SPIFFEID;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * What an agent does about a taint that it sees in a bundle: it signs everything of the node again,
 * a hundred every five seconds, and takes a new SVID for the node itself. A root that is gone
 * before the agent has seen the mark leaves no trace: what it has signed is never signed again by
 * this. The agent locks.
 */
final class Rotation {
    private static final Duration BETWEEN_BATCHES = Duration.ofSeconds(5);
    private static final int FASTEST_OWN_MILLIS = 600;
    private static final int SLOWEST_OWN_MILLIS = 3_300;

    private final SPIFFEID node;
    private final SvidCache cache;
    private final Later later;
    private final Random random;
    private final Set<String> tainted = new HashSet<>();

    /** Does more of it after a while, with the agent's lock. */
    @FunctionalInterface
    interface Later {
        void after(Duration delay, Runnable work);
    }

    Rotation(SPIFFEID node, SvidCache cache, Later later, Random random) {
        this.node = node;
        this.cache = cache;
        this.later = later;
        this.random = random;
    }

    /** Begins with what is newly tainted. */
    void look(Bundle bundle, AgentDoor door) {
        for (var key : bundle.getJwtAuthoritiesList()) {
            if (key.getTainted() && tainted.add(key.getKeyId())) {
                cache.forgetTokensOf(key.getKeyId());
            }
        }
        for (var authority : bundle.getX509AuthoritiesList()) {
            var id = X509Authorities.id(authority.getAsn1());
            if (authority.getTainted() && tainted.add(id)) {
                cache.queueAll();
                batch(door);
                later.after(soon(), () -> door.renewIfOn(id, node));
            }
        }
    }

    private void batch(AgentDoor door) {
        if (cache.signBatch(tainted, door)) {
            later.after(BETWEEN_BATCHES, () -> batch(door));
        }
    }

    private Duration soon() {
        return Duration.ofMillis(random.nextInt(FASTEST_OWN_MILLIS, SLOWEST_OWN_MILLIS));
    }
}
