/** Containments while they run and afterwards: steps, proofs, holding, aborting, going on. */
@NullMarked
package dev.curfew.containment.run;

import org.jspecify.annotations.NullMarked;
