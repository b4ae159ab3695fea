package dev.curfew.exposure;

import java.util.List;

/**
 * The four lines of every preview: what an action ends, and by when at the latest. Nothing here was
 * observed; a bound that is not known stays unknown.
 *
 * @param notCovered keys of sentences, {@code notCovered.KEY}: what the action does not end
 */
public record ExposureBound(
        Bound issuanceStops,
        Bound nodesKnow,
        Bound x509Dead,
        Bound jwtDead,
        List<String> notCovered) {
    public ExposureBound {
        notCovered = List.copyOf(notCovered);
    }
}
