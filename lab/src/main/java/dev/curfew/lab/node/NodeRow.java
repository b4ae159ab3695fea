package dev.curfew.lab.node;

import dev.curfew.lab.rpc.Pages;
import dev.curfew.wire.spire.types.Agent;

/**
 * A stored node.
 *
 * @param row its number, in the order of attestation
 * @param agent what the server remembers of it, complete
 * @param life what its machine does, which the server does not know
 */
record NodeRow(long row, Agent agent, NodeLife life) implements Pages.Row {}
