/** Connections to SPIRE servers: profiles, targets, channels and what a server offers. */
@NullMarked
package dev.curfew.connect;

import org.jspecify.annotations.NullMarked;
