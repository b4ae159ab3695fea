/** What every command has around it: options, printing, the wish to stop. */
@NullMarked
package dev.curfew.app.cli.session;

import org.jspecify.annotations.NullMarked;
