package dev.curfew.policy.openfga;

import dev.curfew.connect.BackendChannel;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Freshness;
import dev.curfew.wire.openfga.ConsistencyPreference;
import java.time.Clock;

/** One store of one server, and what everything about it shares. */
record Store(BackendChannel channel, String id, Clock clock) {

    /** Now, and by the asker's clock: OpenFGA has none of its own. */
    Freshness freshness(Consistency consistency) {
        return new Freshness(consistency, clock.instant(), Freshness.Clock.CALLER);
    }

    static ConsistencyPreference wire(Consistency consistency) {
        return switch (consistency) {
            case FAST -> ConsistencyPreference.MINIMIZE_LATENCY;
            case STRONGEST -> ConsistencyPreference.HIGHER_CONSISTENCY;
        };
    }
}
