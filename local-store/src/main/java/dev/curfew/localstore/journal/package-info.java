/** The append-only, hash-chained journal. */
@NullMarked
package dev.curfew.localstore.journal;

import org.jspecify.annotations.NullMarked;
