/** Containments that run or are over: their list, each on a page of its own, and the countdowns. */
@NullMarked
package dev.curfew.views.containments;

import org.jspecify.annotations.NullMarked;
