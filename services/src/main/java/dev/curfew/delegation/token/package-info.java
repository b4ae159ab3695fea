/** What a token says of delegation: claims, never a proof. */
@NullMarked
package dev.curfew.delegation.token;

import org.jspecify.annotations.NullMarked;
