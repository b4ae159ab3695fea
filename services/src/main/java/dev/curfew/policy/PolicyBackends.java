package dev.curfew.policy;

import dev.curfew.connect.Secrets;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.cerbos.Cerbos;
import dev.curfew.policy.extauthz.ExtAuthz;
import dev.curfew.policy.openfga.OpenFga;
import dev.curfew.policy.spicedb.SpiceDb;
import java.time.Clock;

/** Opens policy backends of every kind. Blocks: for virtual threads. */
public final class PolicyBackends {
    private PolicyBackends() {}

    /**
     * Connects and proves what is there: what comes back has been seen to work.
     *
     * @param clock says what time it is where a backend takes that from the caller
     */
    public static Outcome<PolicyBackend> open(PolicyProfile profile, Secrets secrets, Clock clock) {
        return switch (profile.target().kind()) {
            case OPENFGA -> OpenFga.open(profile, secrets, clock);
            case SPICEDB -> SpiceDb.open(profile, secrets, clock);
            case CERBOS -> Cerbos.open(profile, secrets, clock);
            case EXT_AUTHZ -> ExtAuthz.open(profile, secrets, clock);
        };
    }
}
