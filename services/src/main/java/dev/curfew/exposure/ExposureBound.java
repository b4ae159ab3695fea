package dev.curfew.exposure;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    /**
     * When all of several are over: of each line the latest, and unknown where one is unknown.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ExposureBound latest(Collection<ExposureBound> bounds) {
        return bounds.stream()
                .reduce(ExposureBound::latest)
                .orElseThrow(() -> new IllegalArgumentException("no bounds"));
    }

    public static ExposureBound latest(ExposureBound one, ExposureBound other) {
        Set<String> neither = new LinkedHashSet<>(one.notCovered());
        neither.addAll(other.notCovered());
        return new ExposureBound(
                Bound.latest(one.issuanceStops(), other.issuanceStops()),
                Bound.latest(one.nodesKnow(), other.nodesKnow()),
                Bound.latest(one.x509Dead(), other.x509Dead()),
                Bound.latest(one.jwtDead(), other.jwtDead()),
                List.copyOf(neither));
    }
}
