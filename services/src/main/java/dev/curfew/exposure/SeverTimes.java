package dev.curfew.exposure;

import dev.curfew.exposure.Term.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When the steps of a rotation that severs may follow each other. Each server has its own. Pure.
 *
 * <p>Source, as measured: agents drop tainted SVIDs in batches of 100 each 5 s, counting every
 * entry that a node is authorised for and its own alias; a node's serial changes within D1 + S + 5
 * s of the taint, and a revocation before that locks the node out for good. A node that has renewed
 * between activation and taint need not change.
 */
public final class SeverTimes {
    private static final int BATCH = 100;
    private static final Duration BATCH_PAUSE = Duration.ofSeconds(5);
    private static final Duration SAFETY = Duration.ofSeconds(1);

    /** The agents' own rotator looks each 5 s whether its SVID is due. */
    private static final Duration ROTATOR = Duration.ofSeconds(5);

    /** An agent asks for 500 SVIDs at once; a second is ample for a server to sign them. */
    private static final int SIGNED_AT_ONCE = 500;

    private static final Duration SIGNING = Duration.ofSeconds(1);

    private SeverTimes() {}

    /**
     * A prepared authority is in every agent's bundle by then; activate it not earlier.
     *
     * @param f its action is the preparation
     */
    public static Bound preparedKnownBy(Facts f) {
        return Bound.of(f.actionAt(), List.of(Terms.trustCache(), Terms.sync(f)));
    }

    /**
     * Every node that has synced has a new serial by then; one that has not is not to be counted
     * on.
     *
     * @param f its action is the taint
     */
    public static Bound serialsChangedBy(Facts f) {
        return Bound.of(
                f.actionAt(),
                List.of(
                        Terms.trustCache(),
                        Terms.sync(f),
                        Term.adds("agentRotator", ROTATOR, Source.DERIVED)));
    }

    /**
     * All SVIDs of a node are signed by the new authority by then.
     *
     * @param f its action is the taint
     * @param entries that the node is authorised for
     */
    public static Bound rotatedBy(Facts f, int entries) {
        return Bound.of(
                f.actionAt(),
                List.of(
                        Terms.trustCache(),
                        Terms.sync(f),
                        Term.adds("taintBatches", batches(entries), Source.DERIVED),
                        Terms.svidSync(),
                        Term.adds(
                                "signing",
                                SIGNING.multipliedBy(roundsOf(SIGNED_AT_ONCE, entries)),
                                Source.DERIVED)));
    }

    /**
     * The earliest moment for the revocation, as far as this node is concerned.
     *
     * @param serialChangedAt when its new serial was seen
     * @param entries that the node is authorised for
     */
    public static Instant revokeNotBefore(Instant serialChangedAt, int entries) {
        return serialChangedAt.plus(gate(entries));
    }

    /** How long the batches of a node may go on after its serial has changed. */
    public static Duration gate(int entries) {
        return batches(entries).plus(SAFETY);
    }

    private static Duration batches(int entries) {
        return BATCH_PAUSE.multipliedBy(roundsOf(BATCH, entries) - 1);
    }

    /** The node's alias counts too. */
    private static long roundsOf(int size, int entries) {
        if (entries < 0) {
            throw new IllegalArgumentException("a node has no " + entries + " entries");
        }
        return (entries + 1L + size - 1) / size;
    }
}
