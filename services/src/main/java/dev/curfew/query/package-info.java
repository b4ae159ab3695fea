/** The filter language of every list and of --where. */
@NullMarked
package dev.curfew.query;

import org.jspecify.annotations.NullMarked;
