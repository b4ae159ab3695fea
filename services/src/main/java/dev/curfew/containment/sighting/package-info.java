/** What endpoints of a containment's targets present, and what that says of its bound. */
@NullMarked
package dev.curfew.containment.sighting;

import org.jspecify.annotations.NullMarked;
