/** What can be learned of a server's timings, which no RPC tells. */
@NullMarked
package dev.curfew.timing;

import org.jspecify.annotations.NullMarked;
