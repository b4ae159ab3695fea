/** The start of Curfew, and what window and gallery plug into. */
@NullMarked
package dev.curfew.app;

import org.jspecify.annotations.NullMarked;
