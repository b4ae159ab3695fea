/** Nodes (SPIRE agents): how each attested, what it may hand out, what banning it would do. */
@NullMarked
package dev.curfew.views.nodes;

import org.jspecify.annotations.NullMarked;
