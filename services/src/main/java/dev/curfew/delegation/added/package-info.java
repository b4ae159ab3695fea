/** What an operator adds to what backends say: tokens to look into, and grants to declare. */
@NullMarked
package dev.curfew.delegation.added;

import org.jspecify.annotations.NullMarked;
