package dev.curfew.exposure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The four lines of every preview: what an action ends, and by when at the latest. Nothing here was
 * observed; a bound that is not known stays unknown.
 *
 * @param notCovered keys of sentences, {@code notCovered.KEY}: what the action does not end; each
 *     once, the most important first
 */
public record ExposureBound(
        Bound issuanceStops,
        Bound nodesKnow,
        Bound x509Dead,
        Bound jwtDead,
        List<String> notCovered) {
    public ExposureBound {
        notCovered = Uncovered.ordered(notCovered);
    }

    /**
     * When all of several are over: of each line the latest, and unknown where one is unknown. For
     * the servers of a trust domain, each with its own intervals, or for several actions. The order
     * does not matter.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ExposureBound latest(Collection<ExposureBound> bounds) {
        return bounds.stream()
                .reduce(ExposureBound::latest)
                .orElseThrow(() -> new IllegalArgumentException("no bounds"));
    }

    public static ExposureBound latest(ExposureBound one, ExposureBound other) {
        List<String> neither = new ArrayList<>(one.notCovered());
        neither.addAll(other.notCovered());
        return new ExposureBound(
                Bound.latest(one.issuanceStops(), other.issuanceStops()),
                Bound.latest(one.nodesKnow(), other.nodesKnow()),
                Bound.latest(one.x509Dead(), other.x509Dead()),
                Bound.latest(one.jwtDead(), other.jwtDead()),
                neither);
    }

    /** The same where something more is left open. */
    ExposureBound leaving(Uncovered... open) {
        List<String> all = new ArrayList<>(notCovered);
        for (Uncovered one : open) {
            all.add(one.key());
        }
        return new ExposureBound(issuanceStops, nodesKnow, x509Dead, jwtDead, all);
    }
}
