/** The field in which lists are filtered. */
@NullMarked
package dev.curfew.views.query;

import org.jspecify.annotations.NullMarked;
