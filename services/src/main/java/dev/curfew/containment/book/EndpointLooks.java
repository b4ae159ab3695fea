package dev.curfew.containment.book;

import dev.curfew.containment.run.Afterwards;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.sighting.Sighting;
import java.time.Instant;
import java.util.List;

/**
 * Looks at what the declared endpoints of a containment present, once whenever something has run
 * out that they may still show. No server has to be connected for that. Any thread; blocks.
 */
public final class EndpointLooks {
    private final Afterwards afterwards;

    public EndpointLooks(Afterwards afterwards) {
        this.afterwards = afterwards;
    }

    /** Makes the looks that are due and writes each into the journal. */
    public List<Sighting> lookDue(ContainmentState state, Instant now) {
        List<Sighting> seen =
                DueLooks.endpoints(state, now).stream()
                        .map(declared -> afterwards.look(state, declared))
                        .toList();
        seen.forEach(sighting -> afterwards.journal(state, sighting));
        return seen;
    }
}
