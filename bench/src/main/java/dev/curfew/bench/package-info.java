/** Figures, as ratios against SPIRE's own command line from the same run on the same machine. */
@NullMarked
package dev.curfew.bench;

import org.jspecify.annotations.NullMarked;
