/**
 * Real servers for the tests: SPIRE server, agent and workloads as processes of this computer, on
 * loopback and in private folders.
 */
@NullMarked
package dev.curfew.peers;

import org.jspecify.annotations.NullMarked;
