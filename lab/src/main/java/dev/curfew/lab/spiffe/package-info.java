/** SPIFFE IDs with the rules and the error texts of the real server. */
@NullMarked
package dev.curfew.lab.spiffe;

import org.jspecify.annotations.NullMarked;
