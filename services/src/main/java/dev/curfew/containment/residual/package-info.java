/** What a containment left open, until time or proof ends it. */
@NullMarked
package dev.curfew.containment.residual;

import org.jspecify.annotations.NullMarked;
