package dev.curfew.views.lab;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the lab has seen, at one moment. The lists are immutable and taken as they are. Whoever acts
 * is named by SPIFFE ID; what is held is named by serial number or key id, never more.
 *
 * @param acting whether its agents act
 * @param lanes who calls whom, in the order in which to show it
 * @param calls the newest ones, oldest first
 * @param moments in the order in which they were seen
 * @param credentials what is and was held, oldest first for each holder
 * @param open connections that stay open
 * @param faults those that are on
 */
public record LabSnapshot(
        boolean acting,
        List<Lane> lanes,
        List<Call> calls,
        List<Moment> moments,
        List<Credential> credentials,
        List<Open> open,
        Set<LabFault> faults) {
    public static final LabSnapshot EMPTY =
            new LabSnapshot(false, List.of(), List.of(), List.of(), List.of(), List.of(), Set.of());

    /** How a caller shows who it is. */
    public enum Way {
        MTLS("lab.way.mtls"),
        JWT("lab.way.jwt"),
        STREAM("lab.way.stream");

        private final String key;

        Way(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    public record Lane(String from, String to, Way way) {
        boolean concerns(String who) {
            return from.equals(who) || to.equals(who);
        }
    }

    /**
     * @param lane its place in the list of lanes
     * @param denial why it did not go through; empty if it did
     * @param rightful whether the server's entries entitled both sides at that moment
     */
    public record Call(
            long number, Instant at, int lane, Optional<LabDenial> denial, boolean rightful) {
        boolean ok() {
            return denial.isEmpty();
        }

        /** It went through and should not have. */
        boolean wrong() {
            return ok() && !rightful;
        }
    }

    /** What can happen to one that acts. */
    public enum Happening {
        ENTRY_GONE("lab.happening.entryGone"),
        ENTRY_BACK("lab.happening.entryBack"),
        NODE_BANNED("lab.happening.nodeBanned"),
        AGENT_KNOWS("lab.happening.agentKnows"),
        X509_DIED("lab.happening.x509Died"),
        JWT_DIED("lab.happening.jwtDied");

        private final String key;

        Happening(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    public record Moment(Instant at, Happening what, String who) {
        /** It took something away that others may still accept. */
        boolean takesAway() {
            return what == Happening.ENTRY_GONE || what == Happening.NODE_BANNED;
        }
    }

    /** The two kinds of credentials. */
    public enum Kind {
        X509("lab.life.x509", "lab.life.serial"),
        JWT("lab.life.jwt", "lab.life.key");

        private final String key;
        private final String nameKey;

        Kind(String key, String nameKey) {
            this.key = key;
            this.nameKey = nameKey;
        }

        /** What its name is. */
        String nameKey() {
            return nameKey;
        }

        String key() {
            return key;
        }
    }

    public record Credential(String holder, Kind kind, String name, Instant got, Instant until) {}

    /**
     * @param lane its place in the list of lanes
     */
    public record Open(int lane, Instant since) {}

    Lane laneOf(Call call) {
        return lanes.get(call.lane());
    }

    /** Everyone who calls or is called, in the order of the lanes, callers first. */
    List<String> members() {
        return Stream.concat(lanes.stream().map(Lane::from), lanes.stream().map(Lane::to))
                .distinct()
                .toList();
    }
}
