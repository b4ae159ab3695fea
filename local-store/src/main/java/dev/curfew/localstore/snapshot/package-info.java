/** What things were before an action, as rows. */
@NullMarked
package dev.curfew.localstore.snapshot;

import org.jspecify.annotations.NullMarked;
