/** Every visible sentence by its key. */
@NullMarked
package dev.curfew.text;

import org.jspecify.annotations.NullMarked;
