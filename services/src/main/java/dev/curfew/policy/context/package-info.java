/** What decisions depend on besides, as it goes over the wire of more than one kind of backend. */
@NullMarked
package dev.curfew.policy.context;

import org.jspecify.annotations.NullMarked;
