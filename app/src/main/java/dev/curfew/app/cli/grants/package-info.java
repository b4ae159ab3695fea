/** The commands that list and explain the grants which a policy backend keeps. */
@NullMarked
package dev.curfew.app.cli.grants;

import org.jspecify.annotations.NullMarked;
