/** Ctrl+K: everything that can be opened or done, by a few letters. */
@NullMarked
package dev.curfew.views.palette;

import org.jspecify.annotations.NullMarked;
