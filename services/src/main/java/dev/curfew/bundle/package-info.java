/** Another trust domain's bundle as an operator is given it: in a file or as text. */
@NullMarked
package dev.curfew.bundle;

import org.jspecify.annotations.NullMarked;
