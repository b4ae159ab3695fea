package dev.curfew.lab.acting;

import static dev.curfew.lab.acting.Lane.Kind.JWT;
import static dev.curfew.lab.acting.Lane.Kind.MTLS;
import static dev.curfew.lab.acting.Lane.Kind.STREAM;

import dev.curfew.lab.spiffe.SpiffeId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who acts in {@code acme.test}, on which node, and whom they call. */
public final class Cast {
    private static final String TRUST_DOMAIN = "acme.test";

    /** The nodes by the names that Kubernetes gives them. */
    private static final Map<String, List<String>> NODES =
            Map.of(
                    "prod-eu-n06", List.of("planner", "web-researcher", "mcp-browser"),
                    "prod-eu-n07", List.of("code-writer", "code-reviewer", "mcp-github"),
                    "prod-us-n04", List.of("support-triage", "ledger-reader"));

    private static final Set<SpiffeId> TOOLS = Set.of(id("mcp-browser"), id("mcp-github"));

    /** The one whose entry a room deletes first has a lane of each kind. */
    private static final List<Lane> LANES =
            List.of(
                    lane("web-researcher", "mcp-browser", MTLS, 1_400),
                    lane("web-researcher", "mcp-github", JWT, 1_800),
                    lane("web-researcher", "mcp-browser", STREAM, 2_000),
                    lane("planner", "mcp-github", MTLS, 2_200),
                    lane("code-writer", "mcp-github", MTLS, 2_100),
                    lane("code-reviewer", "code-writer", JWT, 2_500),
                    lane("support-triage", "ledger-reader", MTLS, 2_900));

    private Cast() {}

    /** Everyone's lanes, in the order in which to show them. */
    public static List<Lane> lanes() {
        return LANES;
    }

    /** Everyone who calls or is called. */
    public static Set<SpiffeId> members() {
        return NODES.values().stream()
                .flatMap(List::stream)
                .map(Cast::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this one is a tool, which nobody calls without a grant. */
    static boolean isTool(SpiffeId called) {
        return TOOLS.contains(called);
    }

    static Set<String> nodeNames() {
        return new TreeSet<>(NODES.keySet());
    }

    static List<SpiffeId> on(String node) {
        return NODES.getOrDefault(node, List.of()).stream().map(Cast::id).toList();
    }

    static Set<SpiffeId> called() {
        return LANES.stream().map(Lane::to).collect(Collectors.toUnmodifiableSet());
    }

    static Set<SpiffeId> callersOf(SpiffeId called) {
        return matching(lane -> lane.to().equals(called)).stream()
                .map(Lane::from)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Lane> matching(Predicate<Lane> wanted) {
        return LANES.stream().filter(wanted).toList();
    }

    private static Lane lane(String from, String to, Lane.Kind kind, long paceMillis) {
        return new Lane(id(from), id(to), kind, Duration.ofMillis(paceMillis));
    }

    private static SpiffeId id(String name) {
        return new SpiffeId(TRUST_DOMAIN, "/agent/" + name);
    }
}
