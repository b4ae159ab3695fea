/** The headless commands: the same services as the window, without one. */
@NullMarked
package dev.curfew.app.cli;

import org.jspecify.annotations.NullMarked;
