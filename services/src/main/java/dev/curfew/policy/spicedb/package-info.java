/** SpiceDB: relationships with an end of their own, traces, and deletion that no cache outlives. */
@NullMarked
package dev.curfew.policy.spicedb;

import org.jspecify.annotations.NullMarked;
