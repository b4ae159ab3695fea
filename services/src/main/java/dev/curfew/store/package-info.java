/** The ports that the local store fills. */
@NullMarked
package dev.curfew.store;

import org.jspecify.annotations.NullMarked;
