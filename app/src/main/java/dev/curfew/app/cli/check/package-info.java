/** The command that reaches a server and says what it is. */
@NullMarked
package dev.curfew.app.cli.check;

import org.jspecify.annotations.NullMarked;
