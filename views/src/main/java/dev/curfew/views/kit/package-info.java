/** What every screen is made of: the door to the JavaFX thread, theme, formats, small controls. */
@NullMarked
package dev.curfew.views.kit;

import org.jspecify.annotations.NullMarked;
