/**
 * What a workload's endpoint presents now: its certificate, seen in a TLS handshake that is always
 * refused, and checked against the bundles that are known.
 */
@NullMarked
package dev.curfew.probe;

import org.jspecify.annotations.NullMarked;
