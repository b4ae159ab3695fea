/** Calls between workloads over TLS on the loopback address, and who lets whom in. */
@NullMarked
package dev.curfew.lab.call;

import org.jspecify.annotations.NullMarked;
