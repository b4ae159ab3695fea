/**
 * Policy backends: what they can list, check, explain, tighten and end. One port for all of them;
 * AuthZEN's words inside.
 */
@NullMarked
package dev.curfew.policy;

import org.jspecify.annotations.NullMarked;
