/** The authorities of a server replaced: prepare, spread, activate, taint, gate, revoke. */
@NullMarked
package dev.curfew.containment.sever;

import org.jspecify.annotations.NullMarked;
