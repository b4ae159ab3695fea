package dev.curfew.probe;

import dev.curfew.outcome.Outcome;

/** Looks what an endpoint presents. Any thread; blocks until its deadline at the most. */
public interface Probe {
    /**
     * ENDPOINT_UNREACHED, ENDPOINT_SILENT, ENDPOINT_SHOWS_NOTHING or ENDPOINT_NO_SPIFFE_ID where
     * nothing was seen; that proves nothing about the workload.
     */
    Outcome<PresentedChain> look(Endpoint endpoint);
}
