/** The commands for saved connections. */
@NullMarked
package dev.curfew.app.cli.connections;

import org.jspecify.annotations.NullMarked;
