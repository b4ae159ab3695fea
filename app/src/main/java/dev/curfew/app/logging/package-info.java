/** Where log lines go. */
@NullMarked
package dev.curfew.app.logging;

import org.jspecify.annotations.NullMarked;
