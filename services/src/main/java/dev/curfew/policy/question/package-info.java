/**
 * Questions to a policy backend as somebody types them, and its answers in words, for the window
 * and for commands. Nothing here is journaled: asking changes nothing.
 */
@NullMarked
package dev.curfew.policy.question;

import org.jspecify.annotations.NullMarked;
