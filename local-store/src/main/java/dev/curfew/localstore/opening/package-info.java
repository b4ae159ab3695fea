/** From a path to an open database: nothing in a file is trusted before it is checked. */
@NullMarked
package dev.curfew.localstore.opening;

import org.jspecify.annotations.NullMarked;
