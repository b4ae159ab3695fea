/** The client of SPIRE's server API: one class a service, blocking, each call with a deadline. */
@NullMarked
package dev.curfew.spire;

import org.jspecify.annotations.NullMarked;
