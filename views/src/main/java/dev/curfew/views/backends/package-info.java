/** Policy backends as operators name them: their words, their form, and what trying one found. */
@NullMarked
package dev.curfew.views.backends;

import org.jspecify.annotations.NullMarked;
