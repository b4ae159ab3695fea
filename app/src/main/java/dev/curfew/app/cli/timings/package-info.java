/** The command that shows and learns what no RPC of SPIRE tells. */
@NullMarked
package dev.curfew.app.cli.timings;

import org.jspecify.annotations.NullMarked;
