/** Nodes (SPIRE agents): store, filters, service and the simulator that keeps them alive. */
@NullMarked
package dev.curfew.lab.node;

import org.jspecify.annotations.NullMarked;
