package dev.curfew.exposure;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an action does not end, the most important first. Each has its sentence, {@code
 * notCovered.KEY}.
 */
public enum Uncovered {
    ENDS_NOTHING("endsNothing"),
    CONTROLLER_GOES_ON("controllerGoesOn"),
    EVICT_CONTAINS_NOTHING("evictContainsNothing"),
    ATTESTS_AGAIN("attestsAgain"),
    TAINT_ENDS_NOTHING("taintEndsNothing"),
    OLD_TTL_UNTIL_THEN("oldTtlUntilThen"),
    STILL_ISSUED("stillIssued"),
    EXPIRY_CAPS_NOTHING("expiryCapsNothing"),
    PEER_TRUSTS_US("peerTrustsUs"),
    DOWNSTREAM_SIGNS("downstreamSigns"),
    DOWNSTREAM_KEYS("downstreamKeys"),
    STORED_COPIES("storedCopies"),
    OPEN_CONNECTIONS("openConnections"),
    OTHER_AUTHORITIES("otherAuthorities"),
    OTHERS_NOT_TOLD("othersNotTold"),
    JAVA_WORKLOADS("javaWorkloads"),
    OTHER_NODES("otherNodes"),
    NEW_NODE_ID("newNodeId"),
    NODE_CERTIFICATE("nodeCertificate"),
    OFFLINE_COPIES("offlineCopies"),
    FEDERATED_PEERS("federatedPeers"),
    PEER_UNREACHABLE("peerUnreachable"),
    CONTROLLER("controller"),
    BACKOFF("backoff"),
    EARLIER_TTLS("earlierTtls"),
    MINTED("minted"),
    SLOW_SERVER("slowServer"),
    UPSTREAM_NOT_MEASURED("upstreamNotMeasured"),
    OTHER_SERVERS("otherServers"),
    SKEW_UNKNOWN("skewUnknown"),
    GRANTS_ONLY("grantsOnly"),
    ENFORCER_CACHES("enforcerCaches");

    private static final Map<String, Uncovered> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(Uncovered::key, each -> each));

    private final String key;

    Uncovered(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** Each once, in one order however they came. */
    static List<String> ordered(Collection<String> keys) {
        return keys.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Uncovered::rank).thenComparing(key -> key))
                .toList();
    }

    private static int rank(String key) {
        Uncovered known = BY_KEY.get(key);
        return known == null ? BY_KEY.size() : known.ordinal();
    }
}
