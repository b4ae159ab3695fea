/** Connections to SQLite, the threads that own them, and failures of either. */
@NullMarked
package dev.curfew.localstore.database;

import org.jspecify.annotations.NullMarked;
