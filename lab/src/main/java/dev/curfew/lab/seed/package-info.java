/** The estate that a lab starts with: the same one at every start. */
@NullMarked
package dev.curfew.lab.seed;

import org.jspecify.annotations.NullMarked;
