/**
 * The experiment on exposure: real servers, agents and a workload that keeps the best it can get,
 * random actions by our own client, and whether anything outlives the bound that was computed.
 */
@NullMarked
package dev.curfew.peers.experiment;

import org.jspecify.annotations.NullMarked;
