/** Pictures of the window without a display: for review, documentation and comparison. */
@NullMarked
package dev.curfew.views.gallery;

import org.jspecify.annotations.NullMarked;
