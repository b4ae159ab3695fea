/**
 * How long a credential stays usable after an action: pure functions, with the terms of each bound.
 */
@NullMarked
package dev.curfew.exposure;

import org.jspecify.annotations.NullMarked;
