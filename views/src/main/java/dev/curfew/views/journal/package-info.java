/** What was attempted, and what came of it. */
@NullMarked
package dev.curfew.views.journal;

import org.jspecify.annotations.NullMarked;
