/**
 * The window put together by hand: what feeds it, what keeps its preferences, what it may ask for.
 */
@NullMarked
package dev.curfew.app.window;

import org.jspecify.annotations.NullMarked;
