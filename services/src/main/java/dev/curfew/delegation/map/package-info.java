/** Relationships of policy backends and the chains of SPIRE itself as grants. */
@NullMarked
package dev.curfew.delegation.map;

import org.jspecify.annotations.NullMarked;
