/** Targets of commands: what they name, how they are reached, and what is read from them. */
@NullMarked
package dev.curfew.app.cli.target;

import org.jspecify.annotations.NullMarked;
