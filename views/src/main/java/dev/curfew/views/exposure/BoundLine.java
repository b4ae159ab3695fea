package dev.curfew.views.exposure;

import dev.curfew.exposure.Bound;
import java.util.List;

/**
 * One of the four lines.
 *
 * @param id {@code issuance}, {@code nodes}, {@code x509} or {@code jwt}
 * @param unknown what stands in place of the time where there is none
 * @param formula in little room; empty where there is nothing to explain
 * @param terms in whole sentences
 */
record BoundLine(
        String id, String name, Bound bound, String unknown, String formula, List<String> terms) {
    BoundLine {
        terms = List.copyOf(terms);
    }

    /** Whether it says by when a credential is dead. */
    boolean isEnd() {
        return id.equals("x509") || id.equals("jwt");
    }
}
