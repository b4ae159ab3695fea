package dev.curfew.policy;

import dev.curfew.connect.Secrets;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.cerbos.Cerbos;
import dev.curfew.policy.extauthz.ExtAuthz;
import dev.curfew.policy.openfga.OpenFga;
import dev.curfew.policy.spicedb.SpiceDb;
import java.time.Clock;
import java.time.Duration;

/** Opens policy backends of every kind. Blocks: for virtual threads. */
public final class PolicyBackends {
    /** For each call. A decision that takes longer is of no use to anyone who waits for it. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private PolicyBackends() {}

    /**
     * Connects and proves what is there: what comes back has been seen to work.
     *
     * @param clock says what time it is where a backend takes that from the caller
     */
    public static Outcome<PolicyBackend> open(PolicyProfile profile, Secrets secrets, Clock clock) {
        return open(profile, secrets, clock, LONGEST);
    }

    /**
     * @param deadline for each call; 10 s where it is longer
     */
    public static Outcome<PolicyBackend> open(
            PolicyProfile profile, Secrets secrets, Clock clock, Duration deadline) {
        Duration shorter = deadline.compareTo(LONGEST) < 0 ? deadline : LONGEST;
        return switch (profile.target().kind()) {
            case OPENFGA -> OpenFga.open(profile, secrets, clock, shorter);
            case SPICEDB -> SpiceDb.open(profile, secrets, clock, shorter);
            case CERBOS -> Cerbos.open(profile, secrets, clock, shorter);
            case EXT_AUTHZ -> ExtAuthz.open(profile, secrets, clock, shorter);
        };
    }
}
