/** Expected failure as a value: what happened, to what, and what the other side said. */
@NullMarked
package dev.curfew.outcome;

import org.jspecify.annotations.NullMarked;
