/** The one way of an operator's action: plan, preview, confirm, journaled step, read back, undo. */
@NullMarked
package dev.curfew.containment;

import org.jspecify.annotations.NullMarked;
