/** The window with believable sample states, to look at and to test the frame with. */
@NullMarked
package dev.curfew.views.demo;

import org.jspecify.annotations.NullMarked;
