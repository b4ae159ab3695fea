/** The commands that ask a policy backend what it decides now. */
@NullMarked
package dev.curfew.app.cli.access;

import org.jspecify.annotations.NullMarked;
