package dev.curfew.policy.spicedb;

import dev.curfew.connect.BackendChannel;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Freshness;
import java.time.Clock;

/** One server, and what everything about it shares. */
record Place(BackendChannel channel, Clock clock) {

    /** SpiceDB looks at its own clock. */
    Freshness freshness(Consistency consistency) {
        return new Freshness(consistency, clock.instant(), Freshness.Clock.BACKEND);
    }

    static com.authzed.api.v1.Consistency wire(Consistency consistency) {
        com.authzed.api.v1.Consistency.Builder wire = com.authzed.api.v1.Consistency.newBuilder();
        return switch (consistency) {
            case FAST -> wire.setMinimizeLatency(true).build();
            case STRONGEST -> wire.setFullyConsistent(true).build();
        };
    }
}
