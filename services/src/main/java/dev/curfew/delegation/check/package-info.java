/** The checks D01 to D23 over a grant graph. */
@NullMarked
package dev.curfew.delegation.check;

import org.jspecify.annotations.NullMarked;
