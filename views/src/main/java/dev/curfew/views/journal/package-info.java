/** What was attempted, also when it failed or was refused; undo, unfinished actions, proof. */
@NullMarked
package dev.curfew.views.journal;

import org.jspecify.annotations.NullMarked;
