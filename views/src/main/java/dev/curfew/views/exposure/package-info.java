/** By when an action ends what, at the latest: the same four lines on every screen. */
@NullMarked
package dev.curfew.views.exposure;

import org.jspecify.annotations.NullMarked;
