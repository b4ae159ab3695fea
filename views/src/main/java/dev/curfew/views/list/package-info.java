/** What the screens share that list something of one server: filter, states, details, export. */
@NullMarked
package dev.curfew.views.list;

import org.jspecify.annotations.NullMarked;
