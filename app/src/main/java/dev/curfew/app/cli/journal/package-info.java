/** The command that shows the journal. */
@NullMarked
package dev.curfew.app.cli.journal;

import org.jspecify.annotations.NullMarked;
