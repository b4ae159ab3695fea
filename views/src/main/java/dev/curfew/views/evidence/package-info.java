/** Exporting evidence of what was done. */
@NullMarked
package dev.curfew.views.evidence;

import org.jspecify.annotations.NullMarked;
