/** SPIRE agents of the lab: what they ask of their server, keep, and hand to workloads. */
@NullMarked
package dev.curfew.lab.agent;

import org.jspecify.annotations.NullMarked;
