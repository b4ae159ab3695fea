/** What leaves Curfew: JSON, CSV and commands for SPIRE's own command line. */
@NullMarked
package dev.curfew.export;

import org.jspecify.annotations.NullMarked;
