/** The pictures of Curfew under its own names; the only package that knows the icon font. */
@NullMarked
package dev.curfew.icons;

import org.jspecify.annotations.NullMarked;
