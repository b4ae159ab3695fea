package dev.curfew.peers.experiment;

import java.util.stream.Stream;

/**
 * What became of one trial.
 *
 * @param issuance by when the old rule was last issued under
 * @param nodes by when agents knew
 * @param x509 until when the last certificate of the old rule was good
 * @param jwt the same for tokens
 * @param verifiedToTheEnd a verifier took the last credentials up to their dated ends and not after
 *     what it allows
 */
public record Result(
        int number,
        Deed deed,
        String site,
        Line issuance,
        Line nodes,
        Line x509,
        Line jwt,
        boolean verifiedToTheEnd) {

    /** Something lived longer, or was issued later, than its bound. */
    public boolean isViolated() {
        return Stream.of(issuance, nodes, x509, jwt).anyMatch(Line::isViolated);
    }
}
