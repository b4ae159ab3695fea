/** Questions inside the window, and what only the operating system can ask. */
@NullMarked
package dev.curfew.views.kit.dialog;

import org.jspecify.annotations.NullMarked;
