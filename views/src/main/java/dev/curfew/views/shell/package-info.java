/** The window around the pages: top bar, navigation, page head, status bar, keys. */
@NullMarked
package dev.curfew.views.shell;

import org.jspecify.annotations.NullMarked;
