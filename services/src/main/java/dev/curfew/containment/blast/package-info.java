/** Who and what a containment hits: what stops now, what later, what not at all, who else. */
@NullMarked
package dev.curfew.containment.blast;

import org.jspecify.annotations.NullMarked;
