/** The commands that check delegation, and the rules of where it is allowed. */
@NullMarked
package dev.curfew.app.cli.delegation;

import org.jspecify.annotations.NullMarked;
