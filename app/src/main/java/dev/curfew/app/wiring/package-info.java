/** The composition root, by hand: what is made from what, and closed in which order. */
@NullMarked
package dev.curfew.app.wiring;

import org.jspecify.annotations.NullMarked;
