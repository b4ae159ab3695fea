/** The rules that hold for all views, as tests. */
@NullMarked
package dev.curfew.views.rules;

import org.jspecify.annotations.NullMarked;
