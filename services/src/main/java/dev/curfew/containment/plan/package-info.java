/**
 * Containments before they run: what would be done in which order, and what that would leave open.
 */
@NullMarked
package dev.curfew.containment.plan;

import org.jspecify.annotations.NullMarked;
