/** Saved connections as rows. */
@NullMarked
package dev.curfew.localstore.connection;

import org.jspecify.annotations.NullMarked;
