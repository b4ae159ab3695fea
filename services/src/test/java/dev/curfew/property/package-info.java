/** Properties checked on many generated cases, with nothing but JUnit. */
@NullMarked
package dev.curfew.property;

import org.jspecify.annotations.NullMarked;
