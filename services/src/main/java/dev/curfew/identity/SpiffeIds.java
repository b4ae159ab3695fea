package dev.curfew.identity;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.exception.InvalidSpiffeIdException;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.spiffeid.TrustDomain;

/**
 * Reads SPIFFE IDs and trust domains with java-spiffe's rules, and says in our words what is wrong.
 */
public final class SpiffeIds {
    /** Longer ones are refused by the SPIFFE standard. */
    private static final int LONGEST = 2048;

    private static final String SERVER_PATH = "/spire/server";

    private SpiffeIds() {}

    public static Outcome<SpiffeId> parse(String text) {
        if (text.length() > LONGEST) {
            return Outcome.failed(
                    Reason.INVALID_SPIFFE_ID, text, "it is longer than 2048 characters");
        }
        try {
            return Outcome.ok(SpiffeId.parse(text));
        } catch (InvalidSpiffeIdException | IllegalArgumentException e) {
            return Outcome.failed(Reason.INVALID_SPIFFE_ID, text, reason(e));
        }
    }

    public static Outcome<TrustDomain> parseTrustDomain(String text) {
        try {
            return Outcome.ok(TrustDomain.parse(text));
        } catch (InvalidSpiffeIdException | IllegalArgumentException e) {
            return Outcome.failed(Reason.INVALID_SPIFFE_ID, text, reason(e));
        }
    }

    /** The SPIFFE ID of every SPIRE server of a trust domain. */
    public static SpiffeId server(TrustDomain trustDomain) {
        return SpiffeId.parse("spiffe://" + trustDomain.getName() + SERVER_PATH);
    }

    /** Whether an ID is that of the SPIRE servers of its trust domain. */
    public static boolean isServer(SpiffeId id) {
        return id.getPath().equals(SERVER_PATH);
    }

    /** The last part of the path: what people call the workload. */
    public static String shortName(SpiffeId id) {
        String path = id.getPath();
        return path.isEmpty()
                ? id.getTrustDomain().getName()
                : path.substring(path.lastIndexOf('/') + 1);
    }

    private static String reason(RuntimeException e) {
        String message = e.getMessage();
        return message == null ? "it breaks the SPIFFE ID rules" : message;
    }
}
