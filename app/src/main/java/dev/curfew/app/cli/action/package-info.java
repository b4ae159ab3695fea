/** The commands that write: plan, confirmation, report. */
@NullMarked
package dev.curfew.app.cli.action;

import org.jspecify.annotations.NullMarked;
