/** Where delegation is allowed and where it is forbidden, and what is really there beside that. */
@NullMarked
package dev.curfew.delegation.rules;

import org.jspecify.annotations.NullMarked;
