/** The command that lists what a server holds. */
@NullMarked
package dev.curfew.app.cli.listing;

import org.jspecify.annotations.NullMarked;
